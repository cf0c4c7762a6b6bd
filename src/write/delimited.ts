import { cellText } from './cell.ts';
import { guard } from './guard.ts';
import type { Cell, ColumnSpec, Format, Writer } from './writer.ts';

/** Rows turned into text at a time. */
const BATCH = 500;

/** Header and rows with a delimiter between cells, after RFC 4180 but for the line's end, which is a line feed. */
export function delimited(delimiter: string): Pick<Writer, 'format' | 'write'> {
  // What ends a cell or a row for some reader: a lone return too.
  const special = new RegExp(`["\r\n${delimiter}]`);
  const quote = (text: string): string => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  /** A number has nothing in it that is quoted or guarded. */
  const textOf = (cell: Cell, { type }: ColumnSpec, isGuarded: boolean): string =>
    typeof cell === 'string' ? quote(isGuarded ? guard(cell) : cell) : cellText(cell, type);
  const format: Format = {
    joint: 0,
    head: (columns, options) =>
      `${columns.map(({ name }) => quote(options.guard ? guard(name) : name)).join(delimiter)}\n`,
    rows(columns, rows, { guard: isGuarded }) {
      let text = '';
      for (const row of rows) {
        for (let at = 0; at < row.length; at += 1) {
          const cell = textOf(row[at], columns[at], isGuarded);
          text += at === 0 ? cell : delimiter + cell;
        }
        text += '\n';
      }
      return text;
    },
    tail: () => '',
  };
  return {
    format,
    *write(columns, rows, options) {
      yield format.head(columns, options);
      let batch: (readonly Cell[])[] = [];
      for (const row of rows) {
        batch.push(row);
        if (batch.length < BATCH) continue;
        yield format.rows(columns, batch, options);
        batch = [];
      }
      if (batch.length > 0) yield format.rows(columns, batch, options);
    },
  };
}
