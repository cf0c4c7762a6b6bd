import type { Cell, ColumnSpec } from './writer.ts';

/** A row as a JSON object, by column name; numbers are numbers, an empty cell is null. */
export function toJson(columns: readonly ColumnSpec[], row: readonly Cell[]): string {
  return JSON.stringify(Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null])));
}
