import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv } from '../../src/write/csv.ts';
import { guard, unguard } from '../../src/write/guard.ts';
import { tsv } from '../../src/write/tsv.ts';
import type { Cell, ColumnSpec, WriteOptions, Writer } from '../../src/write/writer.ts';

const plain: WriteOptions = { guard: false, width: 80, colour: false };
const columns: ColumnSpec[] = [
  { name: 'who', type: 'text' },
  { name: 'n', type: 'count' },
  { name: 'share', type: 'ratio' },
  { name: 'index', type: 'index' },
  { name: 'time_s', type: 'seconds' },
];
const write = (writer: Writer, rows: Cell[][], options = plain, of = columns): string =>
  [...writer.write(of, rows, options)].join('');

describe('CSV and TSV', () => {
  test('have a header, and numbers with the decimals of their columns', () => {
    expect(
      write(csv, [
        ['a', 3, 0.5, 50, 1.5],
        ['b', 0, 1, 0, 0],
      ]),
    ).toBe('who,n,share,index,time_s\na,3,0.5000,50.0,1.50\nb,0,1.0000,0.0,0.00\n');
    expect(write(tsv, [['a b', 3, 0.5, 50, 1.5]])).toBe('who\tn\tshare\tindex\ttime_s\na b\t3\t0.5000\t50.0\t1.50\n');
  });

  test('leave empty what is empty, and have a header without rows', () => {
    expect(write(csv, [['', null, null, null, null]])).toBe('who,n,share,index,time_s\n,,,,\n');
    expect(write(csv, [])).toBe('who,n,share,index,time_s\n');
  });

  test('quote what would break a row', () => {
    const texts = ['a,b', 'say "so"', 'two\nlines', 'two\rlines', 'a\tb', ' a '];
    expect(
      parse(
        write(
          csv,
          texts.map((t) => [t]),
          plain,
          columns.slice(0, 1),
        ),
      ),
    ).toEqual([['who'], ...texts.map((t) => [t])]);
  });

  test.each([
    ['csv', csv, ','],
    ['tsv', tsv, '\t'],
  ])(
    '%s is read back as it was written',
    (_, writer, delimiter) => {
      const row = fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 2, maxLength: 2 });
      const two: ColumnSpec[] = [
        { name: 'a', type: 'text' },
        { name: 'b', type: 'text' },
      ];
      fc.assert(
        fc.property(fc.array(row, { maxLength: 8 }), fc.boolean(), (rows, guarded) => {
          const back: string[][] = parse(write(writer, rows, { ...plain, guard: guarded }, two), {
            delimiter,
            record_delimiter: '\n',
          });
          expect(back.slice(1).map((r) => r.map((c) => (guarded ? unguard(c) : c)))).toEqual(rows);
        }),
      );
    },
    30_000,
  );

  test('a long table comes in pieces, whole', () => {
    const rows = Array.from({ length: 1203 }, (_, k): Cell[] => [`v${k}`, k, null, null, null]);
    const pieces = [...csv.write(columns, rows, plain)];
    expect(pieces.length).toBeGreaterThan(1);
    expect(
      parse(pieces.join(''))
        .slice(1)
        .map((r: string[]) => Number(r[1])),
    ).toEqual(rows.map((r) => r[1]));
  });
});

describe('in a file', () => {
  const file = { ...plain, guard: true };

  test('a text that a spreadsheet would run gets an apostrophe, names of columns too; a number never', () => {
    const rows = ['=1+1', '+1', '-cause', '@all', '\tx', '\rx'].map((t): Cell[] => [t, -1]);
    const odd: ColumnSpec[] = [
      { name: '=cmd', type: 'text' },
      { name: 'n', type: 'count' },
    ];
    const back: string[][] = parse(write(csv, rows, file, odd));
    expect(back).toEqual([["'=cmd", 'n'], ...rows.map(([t]) => [`'${t}`, '-1'])]);
  });

  test('other texts, and all texts outside a file, stay as they are', () => {
    expect(write(csv, [["it's = 1"], ["'cause"], ['a-b']], file, columns.slice(0, 1))).toBe(
      "who\nit's = 1\n'cause\na-b\n",
    );
    expect(write(csv, [['=1+1']], plain, columns.slice(0, 1))).toBe('who\n=1+1\n');
  });

  test('what was put on is taken off', () => {
    const risky = fc
      .tuple(fc.constantFrom('', "'", "''", '=', "'=", '-', '\t'), fc.string())
      .map((pair) => pair.join(''));
    fc.assert(fc.property(risky, (text) => unguard(guard(text)) === text && !/^[=+\-@\t\r]/.test(guard(text))));
  });
});
