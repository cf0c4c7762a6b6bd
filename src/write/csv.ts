import { writeDelimited } from './delimited.ts';
import type { Writer } from './writer.ts';

/** Comma-separated values. */
export const csv: Writer = {
  id: 'csv',
  name: 'CSV',
  endings: ['csv'],
  write: (columns, rows, options) => writeDelimited(',', columns, rows, options),
};
