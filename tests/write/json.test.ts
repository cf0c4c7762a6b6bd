import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { json } from '../../src/write/json.ts';
import { ndjson } from '../../src/write/ndjson.ts';
import type { Cell, ColumnSpec, Writer } from '../../src/write/writer.ts';

const columns: ColumnSpec[] = [
  { name: 'who', type: 'text' },
  { name: 'share', type: 'ratio' },
];
const write = (writer: Writer, rows: Cell[][]): string =>
  [...writer.write(columns, rows, { guard: true, width: 80, colour: false })].join('');

const anyRow = fc.tuple(fc.string({ unit: 'binary' }), fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })));

describe('JSON', () => {
  test('is a list of objects by column name; numbers are numbers, empty is null, nothing is guarded', () => {
    expect(
      JSON.parse(
        write(json, [
          ['=a', 0.5],
          ['b', null],
        ]),
      ),
    ).toEqual([
      { who: '=a', share: 0.5 },
      { who: 'b', share: null },
    ]);
  });

  test('is a list without rows, too', () => {
    expect(JSON.parse(write(json, []))).toEqual([]);
  });
});

describe('NDJSON', () => {
  test('is an object a line, whatever is in the cells', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 6 }), (rows) => {
        const lines = write(ndjson, rows).split('\n');
        expect(lines.pop()).toBe('');
        expect(lines.map((line) => Object.values(JSON.parse(line)))).toEqual(JSON.parse(JSON.stringify(rows)));
      }),
    );
  });
});
