import type { Reader } from './reader.ts';
import { planSheet, readSheet, sniffSheet } from './spreadsheet.ts';

/** Comma, or semicolon as Excel writes it in much of Europe. */
export const csv: Reader = {
  id: 'csv',
  name: 'comma-separated values',
  endings: ['csv'],
  about:
    'One row a turn (columns for visit, turn, speaker, text, start, end), or one row a visit with the whole dialogue, the note or both in a cell; columns are found by name or given by --map; the delimiter is a comma or a semicolon.',
  sniff: (head, options) => sniffSheet(head, [',', ';'], options),
  cut: (head, options, quotes) => planSheet('csv', head, [',', ';', '\t'], options, quotes),
  read: (source, options) => readSheet('csv', source, [',', ';', '\t'], options),
};
