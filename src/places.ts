/** The `at` lines of a stack without the message before them: a message may quote what was read. */
export function placesOf(error: unknown): string {
  if (!(error instanceof Error) || error.stack === undefined) return '    at an unknown place';
  const from = error.stack.indexOf(error.message) + error.message.length;
  return error.stack
    .slice(from)
    .split('\n')
    .filter((line) => /^ {4}at .*[\d>)]$/.test(line))
    .join('\n');
}
