import { delimited } from './delimited.ts';
import type { Writer } from './writer.ts';

/** Tab-separated values; a cell with a tab or a quote in it is quoted as in CSV. */
export const tsv: Writer = {
  id: 'tsv',
  name: 'TSV',
  endings: ['tsv', 'tab'],
  ...delimited('\t'),
};
