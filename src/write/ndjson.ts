import { toJson } from './record.ts';
import type { Writer } from './writer.ts';

/** A JSON object a line. */
export const ndjson: Writer = {
  id: 'ndjson',
  name: 'NDJSON',
  endings: ['ndjson', 'jsonl'],
  *write(columns, rows) {
    for (const row of rows) yield `${toJson(columns, row)}\n`;
  },
};
