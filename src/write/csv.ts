import { delimited } from './delimited.ts';
import type { Writer } from './writer.ts';

/** Comma-separated values. */
export const csv: Writer = {
  id: 'csv',
  name: 'CSV',
  endings: ['csv'],
  ...delimited(','),
};
