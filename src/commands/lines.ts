/** What the second and later lines of a message are set in by. */
const INDENT = '  ';
/** A narrower terminal breaks the lines itself. */
const NARROWEST = 20;

/** Breaks a message into lines that fit into a terminal, at blanks only: a path or an option stays whole. */
export function breakLines(text: string, width: number): string {
  if (text.length <= width || width < NARROWEST) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = INDENT + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
