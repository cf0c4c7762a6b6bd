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
      expect(strictRows(text, ',')).toEqual(parsed(text));
    }),
    { numRuns: 5000 },
  );
});

test('a row, a cell or a quote at the very end', () => {
  expect(strictRows('a,"b ""c""\nd",\r\n\r\ne', ',')).toEqual([['a', 'b "c"\nd', ''], [''], ['e']]);
  expect(strictRows('', ',')).toEqual([]);
  expect(strictRows('a,', ',')).toEqual([['a', '']]);
  expect(strictRows('a,"b', ',')).toBeUndefined();
  expect(strictRows('a,"b"c', ',')).toBeUndefined();
  expect(strictRows('a,b"', ',')).toBeUndefined();
});
