import { stringify } from 'csv-stringify/sync';
import { cellText } from './cell.ts';
import { guard } from './guard.ts';
import type { Cell, ColumnSpec, Format, Writer } from './writer.ts';

/** Rows turned into text at a time. */
const BATCH = 500;

/** Header and rows with a delimiter between cells, after RFC 4180 but for the line's end, which is a line feed. */
export function delimited(delimiter: string): Pick<Writer, 'format' | 'write'> {
  // A lone return inside a cell would end the row for some readers.
  const join = (rows: string[][]): string =>
    stringify(rows, { delimiter, record_delimiter: '\n', quoted_match: /[\r\n]/ });
  const format: Format = {
    joint: 0,
    head: (columns, options) => join([columns.map(({ name }) => (options.guard ? guard(name) : name))]),
    rows: (columns, rows, options) =>
      join(rows.map((row) => row.map((cell, at) => textOf(cell, columns[at], options.guard)))),
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
