import { toJson } from './record.ts';
import type { Format, Writer } from './writer.ts';

const BETWEEN = ',\n';

const format: Format = {
  joint: BETWEEN.length,
  head: () => '',
  rows: (columns, rows) => rows.map((row) => BETWEEN + toJson(columns, row)).join(''),
  object: (object) => BETWEEN + JSON.stringify(object),
  tail: (isEmpty) => (isEmpty ? '[]\n' : '\n]\n'),
  open: '[\n',
};

/** One JSON list of objects, an object a line. */
export const json: Writer = {
  id: 'json',
  name: 'JSON',
  endings: ['json'],
  format,
  *write(columns, rows) {
    let before = '[\n';
    for (const row of rows) {
      yield before + toJson(columns, row);
      before = BETWEEN;
    }
    yield format.tail(before !== BETWEEN);
  },
};
