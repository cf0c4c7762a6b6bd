import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blandAltman } from '../../src/agree/bland-altman.ts';
import { pearson, pearsonEstimate } from '../../src/agree/pearson.ts';

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
  minLength: 2,
  maxLength: 30,
});

describe('pearson', () => {
  test('is 0.816 for the first of Anscombe 1973', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    expect(pearson(x, y)).toBeCloseTo(0.81642, 5);
  });

  test('has the interval of Fisher: 0.5 of 28 pairs is [0.156, 0.736]', () => {
    const x = Array.from({ length: 28 }, (_, i) => (i < 14 ? 1 : -1));
    // Half of the variance of y is that of x, in the right share for r = 0.5.
    const y = x.map((value, i) => 0.5 * value + Math.sqrt(0.75) * (i % 2 === 0 ? 1 : -1));
    const { value, low, high } = pearsonEstimate(x, y);
    expect(value).toBeCloseTo(0.5, 12);
    expect(low).toBeCloseTo(0.156, 3);
    expect(high).toBeCloseTo(0.736, 3);
  });

  test('is not defined where one side does not vary', () => {
    expect(pearson([1, 2, 3], [4, 4, 4])).toBeUndefined();
    expect(pearsonEstimate([], []).value).toBeUndefined();
  });

  test('is the same both ways and within -1 and 1', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const [x, y] = [list.map(([a]) => a), list.map(([, b]) => b)];
        const r = pearson(x, y);
        if (r === undefined) return;
        expect(pearson(y, x)).toBeCloseTo(r, 12);
        expect(Math.abs(r)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('blandAltman', () => {
  test('gives the mean of second less first and its limits', () => {
    const { n, bias, sd, low, high } = blandAltman([10, 20, 30, 40], [11, 20, 33, 44]);
    expect([n, bias]).toEqual([4, 2]);
    expect(sd).toBeCloseTo(Math.sqrt(10 / 3), 12);
    expect(low).toBeCloseTo(2 - 1.96 * Math.sqrt(10 / 3), 12);
    expect(high).toBeCloseTo(2 + 1.96 * Math.sqrt(10 / 3), 12);
  });

  test('has no limits of one visit and nothing of none', () => {
    expect(blandAltman([3], [5])).toEqual({ n: 1, bias: 2, sd: undefined, low: undefined, high: undefined });
    expect(blandAltman([], []).bias).toBeUndefined();
  });

  test('turns its sign with the coders', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const [x, y] = [list.map(([a]) => a), list.map(([, b]) => b)];
        expect(blandAltman(y, x).bias).toBeCloseTo(-(blandAltman(x, y).bias ?? Number.NaN), 9);
        expect(blandAltman(y, x).sd).toBeCloseTo(blandAltman(x, y).sd ?? Number.NaN, 9);
      }),
    );
  });
});
