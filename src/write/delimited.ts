import { cellText } from './cell.ts';
import { guard } from './guard.ts';
import type { Cell, ColumnSpec, Format, Writer } from './writer.ts';

/** What ends a cell or a row for some reader: a lone return too. */
const SPECIAL = /["\r\n]/;

/** Rows turned into text at a time. */
const BATCH = 500;

/** Header and rows with a delimiter between cells, after RFC 4180 but for the line's end, which is a line feed. */
export function delimited(delimiter: string): Pick<Writer, 'format' | 'write'> {
  const isSpecial = (text: string): boolean => SPECIAL.test(text) || text.includes(delimiter);
  const quote = (text: string): string => (isSpecial(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const join = (cells: readonly string[]): string => `${cells.map(quote).join(delimiter)}\n`;
  const format: Format = {
    joint: 0,
    head: (columns, options) => join(columns.map(({ name }) => (options.guard ? guard(name) : name))),
    rows: (columns, rows, options) =>
      rows.map((row) => join(row.map((cell, at) => textOf(cell, columns[at], options.guard)))).join(''),
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

function textOf(cell: Cell, { type }: ColumnSpec, isGuarded: boolean): string {
  return isGuarded && typeof cell === 'string' ? guard(cell) : cellText(cell, type);
}
