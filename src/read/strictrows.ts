const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Records, and where the one begins in which a quote opens that never closes, if there is one. */
export interface StrictRows {
  readonly rows: string[][];
  readonly open?: number;
}

/**
 * The records of a table whose quotes keep strictly to RFC 4180: one opens at the start of a cell, and after the one that closes it
 * the cell ends. Records end at a line feed, a return, or both. Undefined where a quote stands or is missing elsewhere.
 */
export function strictRows(text: string, delimiter: string): StrictRows | undefined {
  const cut = delimiter.charCodeAt(0);
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    const open = at;
    for (;;) {
      let end = at;
      if (text.charCodeAt(at) === QUOTE) {
        end = closingQuote(text, at + 1);
        if (end < 0) return { rows, open };
        row.push(unquoted(text, at + 1, end));
        end += 1;
      } else {
        while (end < text.length && isPlain(text.charCodeAt(end), cut)) end += 1;
        row.push(text.slice(at, end));
      }
      const code = text.charCodeAt(end);
      at = end + 1;
      if (code === cut) continue;
      if (code === CR && text.charCodeAt(at) === LF) at += 1;
      else if (code !== CR && code !== LF && end < text.length) return undefined;
      break;
    }
    rows.push(row);
  }
  return { rows };
}

function isPlain(code: number, cut: number): boolean {
  return code !== cut && code !== LF && code !== CR && code !== QUOTE;
}

/** The next quote that is not doubled; -1 where there is none. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

function unquoted(text: string, from: number, to: number): string {
  const cell = text.slice(from, to);
  return cell.includes('"') ? cell.replaceAll('""', '"') : cell;
}
