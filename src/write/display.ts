import { eastAsianWidth } from 'get-east-asian-width';

/** A text that is safe on a terminal: control characters become blanks, invisible ones that turn or join text are dropped. */
export function clean(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\p{Cf}+/gu, '');
}

/** Columns of a terminal that a clean text takes: two for a wide character, none for a mark on the one before. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const char of text) if (!/[\p{Mn}\p{Me}]/u.test(char)) width += eastAsianWidth(char.codePointAt(0) ?? 0);
  return width;
}

/** Breaks a clean text into lines of at most `width` columns: at blanks, a longer word after the signs that join it, else anywhere. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const close = (): void => {
    lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  const add = (piece: string): void => {
    const size = widthOf(piece);
    if (used > 0 && used + size > width) close();
    line += piece;
    used += size;
  };
  for (const [, word, blanks] of text.matchAll(/(\S*)(\s*)/g)) {
    for (const piece of parts(word, width)) add(piece);
    line += blanks;
    used += blanks.length;
  }
  if (line.trim() !== '' || lines.length === 0) close();
  return lines;
}

/** A word whole where it fits into a line; else as its joined names, and those too long as their characters. */
function parts(word: string, width: number): Iterable<string> {
  if (widthOf(word) <= width) return [word];
  return (word.match(/[^/;._-]*[/;._-]*/g) ?? []).flatMap((part) => (widthOf(part) <= width ? part : [...part]));
}
