import type { Cell, ColumnSpec } from '../write/writer.ts';
import { pickForm } from './form.ts';
import type { WritingOptions } from './options.ts';
import { openOutput } from './output.ts';

/** Options of a command that lists what the program knows. */
export interface ListingOptions extends WritingOptions {
  readonly json?: boolean;
}

/** Writes a finished list in the format that the options ask for. A column that is but named holds text. */
export async function writeRows(
  named: readonly (string | ColumnSpec)[],
  rows: readonly (readonly Cell[])[],
  { json, ...options }: ListingOptions,
): Promise<void> {
  const { writer, options: look } = await pickForm(json ? { ...options, to: 'json' } : options);
  const columns = named.map((one): ColumnSpec => (typeof one === 'string' ? { name: one, type: 'text' } : one));
  const output = openOutput(options.output, { plain: writer.id !== 'table' });
  try {
    for (const piece of writer.write(columns, rows, look)) output.write(piece);
    output.close();
  } finally {
    output.discard();
  }
}
