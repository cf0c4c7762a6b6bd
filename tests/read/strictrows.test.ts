import { CsvError, parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { strictRows } from '../../src/read/strictrows.ts';

/** What the parser that reads every other table makes of it; undefined where it finds a fault. */
function parsed(text: string): string[][] | undefined {
  try {
    return parse(text, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, delimiter: ',' });
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

test('tables are cut as csv-parse cuts them, and refused where it refuses them', () => {
  const piece = fc.constantFrom('a', 'é', ' ', ',', ';', '"', '""', '"a"', '"a,""b"', '\n', '\r', '\r\n', '\t');
  const table = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(table, (text) => {
      const found = strictRows(text, ',');
      expect(found?.open === undefined ? found?.rows : undefined).toEqual(parsed(text));
    }),
    { numRuns: 5000 },
  );
});

test('a row, a cell or a quote at the very end', () => {
  expect(strictRows('a,"b ""c""\nd",\r\n\r\ne', ',')?.rows).toEqual([['a', 'b "c"\nd', ''], [''], ['e']]);
  expect(strictRows('', ',')).toEqual({ rows: [] });
  expect(strictRows('a,', ',')).toEqual({ rows: [['a', '']] });
  expect(strictRows('a\nb,"c', ',')).toEqual({ rows: [['a']], open: 2 });
  expect(strictRows('a,"b"c', ',')).toBeUndefined();
  expect(strictRows('a,b"', ',')).toBeUndefined();
});

test('before a quote that never closes there is what the parser keeps', () => {
  const piece = fc.constantFrom('a', 'é', ' ', ',', '"', '""', '"a"', '"a,""b"', '\n', '\r\n', 'b,c\n');
  const table = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(table, (text) => {
      const found = strictRows(text, ',');
      if (found?.open === undefined) return;
      const rows: string[][] = [];
      let bytes = 0;
      const readOn = () =>
        parse(text, {
          record_delimiter: ['\r\n', '\n', '\r'],
          relax_column_count: true,
          on_record: (row: string[], info: { bytes: number }) => {
            bytes = info.bytes;
            rows.push(row);
            return null;
          },
        });
      expect(readOn).toThrow(expect.objectContaining({ code: 'CSV_QUOTE_NOT_CLOSED' }));
      expect(found.rows).toEqual(rows);
      expect(Buffer.byteLength(text.slice(0, found.open))).toBe(bytes);
    }),
    { numRuns: 5000 },
  );
});
