import { toJson } from './record.ts';
import type { Writer } from './writer.ts';

/** One JSON list of objects, an object a line. */
export const json: Writer = {
  id: 'json',
  name: 'JSON',
  endings: ['json'],
  *write(columns, rows) {
    let before = '[\n';
    for (const row of rows) {
      yield before + toJson(columns, row);
      before = ',\n';
    }
    yield before === '[\n' ? '[]\n' : '\n]\n';
  },
};
