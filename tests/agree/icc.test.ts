import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { icc } from '../../src/agree/icc.ts';
import { fQuantile } from '../../src/statistics/f-quantile.ts';

/** Shrout & Fleiss 1979, table 2: six targets, four judges. */
const targets = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

describe('icc', () => {
  test('is 0.29 for agreement and 0.71 for consistency of one judge (Shrout & Fleiss 1979), with the intervals of R psych', () => {
    const { icc21, icc31 } = icc(targets);
    expect(icc21.value).toBeCloseTo(0.29, 2);
    expect(icc21.low).toBeCloseTo(0.019, 3);
    expect(icc21.high).toBeCloseTo(0.761, 3);
    expect(icc31.value).toBeCloseTo(0.715, 3);
    expect(icc31.low).toBeCloseTo(0.342, 3);
    expect(icc31.high).toBeCloseTo(0.946, 3);
  });

  test('of coders who always agree is 1; of one who always counts two more only for consistency', () => {
    const same = icc([
      [1, 1],
      [4, 4],
      [7, 7],
    ]);
    expect([same.icc21.value, same.icc31.value]).toEqual([1, 1]);
    const more = icc([
      [1, 3],
      [4, 6],
      [7, 9],
    ]);
    expect(more.icc31.value).toBe(1);
    expect(more.icc21.value).toBeCloseTo(9 / 11, 12);
    expect(more.icc21.low).toBeLessThan(9 / 11);
    expect(more.icc21.high).toBeGreaterThan(9 / 11);
  });

  test('is not defined for one visit, or where nothing differs', () => {
    expect(icc([[1, 2]]).icc21.value).toBeUndefined();
    expect(icc([]).icc31.value).toBeUndefined();
    expect(
      icc([
        [2, 2],
        [2, 2],
      ]),
    ).toMatchObject({ icc21: { value: undefined }, icc31: { value: undefined } });
  });

  const tables = fc.tuple(fc.integer({ min: 3, max: 8 }), fc.integer({ min: 2, max: 4 })).chain(([n, k]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: k, maxLength: k }), {
      minLength: n,
      maxLength: n,
    }),
  );

  test('lies within its interval and below 1', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { icc21, icc31 } = icc(table);
        for (const { value, low, high } of [icc21, icc31]) {
          if (value === undefined) continue;
          expect(value).toBeLessThanOrEqual(1);
          // Satterthwaite's approximation need not hold where coders agree less than by chance.
          if (low === undefined || high === undefined || value < 0) continue;
          expect(low).toBeLessThanOrEqual(value + 1e-9);
          expect(high).toBeGreaterThanOrEqual(value - 1e-9);
        }
      }),
    );
  });

  test('does not depend on the order of visits or coders, nor on the unit', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const one = icc(table);
        const other = icc([...table].reverse().map((row) => [...row].reverse().map((value) => 3 * value + 10)));
        for (const name of ['icc21', 'icc31'] as const) {
          if (one[name].value === undefined) expect(other[name].value).toBeUndefined();
          else expect(other[name].value).toBeCloseTo(one[name].value, 8);
        }
      }),
    );
  });
});

describe('fQuantile', () => {
  test('is what tables of the F distribution print', () => {
    expect(fQuantile(0.95, 1, 10)).toBeCloseTo(4.965, 3);
    expect(fQuantile(0.975, 5, 15)).toBeCloseTo(3.5764, 4);
    expect(fQuantile(0.975, 1, 1)).toBeCloseTo(647.79, 2);
    expect(fQuantile(0.95, 10, 20)).toBeCloseTo(2.348, 3);
  });

  test('of one tail is the inverse of the other', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.8, max: 60, noNaN: true }),
        fc.double({ min: 0.8, max: 60, noNaN: true }),
        (a, b) => {
          expect(fQuantile(0.975, a, b) * fQuantile(0.025, b, a)).toBeCloseTo(1, 6);
        },
      ),
    );
  });
});
