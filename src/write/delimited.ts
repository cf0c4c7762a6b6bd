import { stringify } from 'csv-stringify/sync';
import { cellText } from './cell.ts';
import { guard } from './guard.ts';
import type { Cell, ColumnSpec, WriteOptions } from './writer.ts';

/** Rows turned into text at a time. */
const BATCH = 500;

/** Header and rows with a delimiter between cells, after RFC 4180 but for the line's end, which is a line feed. */
export function* writeDelimited(
  delimiter: string,
  columns: readonly ColumnSpec[],
  rows: Iterable<readonly Cell[]>,
  options: WriteOptions,
): Generator<string> {
  const text = (cell: Cell, type: ColumnSpec['type']): string =>
    options.guard && typeof cell === 'string' ? guard(cell) : cellText(cell, type);
  // A lone return inside a cell would end the row for some readers.
  const join = (batch: string[][]): string =>
    stringify(batch, { delimiter, record_delimiter: '\n', quoted_match: /[\r\n]/ });
  let batch: string[][] = [columns.map(({ name }) => text(name, 'text'))];
  for (const row of rows) {
    batch.push(row.map((cell, at) => text(cell, columns[at].type)));
    if (batch.length < BATCH) continue;
    yield join(batch);
    batch = [];
  }
  if (batch.length > 0) yield join(batch);
}
