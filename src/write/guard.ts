// A spreadsheet runs a cell that begins so. A text that begins with apostrophes before one gets another, so that taking one
// off always gives the text back.
const RUNS = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/** Keeps a spreadsheet from running a text: one `'` before it where it begins with `=`, `+`, `-`, `@`, a tab or a return. */
export function guard(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

/** Takes off what `guard` put on, for our own commands that read our own files. */
export function unguard(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
