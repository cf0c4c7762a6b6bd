import { toJson } from './record.ts';
import type { Writer } from './writer.ts';

/** A JSON object a line. */
export const ndjson: Writer = {
  id: 'ndjson',
  name: 'NDJSON',
  endings: ['ndjson', 'jsonl'],
  format: {
    joint: 0,
    head: () => '',
    rows: (columns, rows) => rows.map((row) => `${toJson(columns, row)}\n`).join(''),
    object: (object) => `${JSON.stringify(object)}\n`,
    tail: () => '',
  },
  *write(columns, rows) {
    for (const row of rows) yield `${toJson(columns, row)}\n`;
  },
};
