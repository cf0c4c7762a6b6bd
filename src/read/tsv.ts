import type { Reader } from './reader.ts';
import { planSheet, readSheet, sniffSheet } from './spreadsheet.ts';

/** As CSV, with tabs; quotes about a cell are optional. */
export const tsv: Reader = {
  id: 'tsv',
  name: 'tab-separated values',
  endings: ['tsv', 'tab'],
  about: 'As CSV, with tabs between the cells.',
  sniff: (head, options) => sniffSheet(head, ['\t'], options),
  cut: (head, options, quotes) => planSheet('tsv', head, ['\t'], options, quotes),
  read: (source, options) => readSheet('tsv', source, ['\t'], options),
};
