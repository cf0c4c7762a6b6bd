import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { medianInterval } from '../../src/statistics/median-interval.ts';
import { normalBelow } from '../../src/statistics/normal.ts';
import { median, ordered, quantile } from '../../src/statistics/quantile.ts';

const ranks = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('the interval of a median', () => {
  // k from scipy: the greatest with 2 binom.cdf(k - 1, n, 0.5) <= 0.05
  test.each([
    [6, 1],
    [8, 1],
    [9, 2],
    [12, 3],
    [20, 6],
    [25, 8],
    [50, 18],
    [100, 40],
    [500, 228],
  ])('of %i figures reaches from the %ith lowest to as high', (n, k) => {
    expect(medianInterval(ranks(n))).toEqual([k, n + 1 - k]);
  });

  test('does not exist under six', () => {
    for (const n of [0, 1, 5]) expect(medianInterval(ranks(n))).toBeUndefined();
  });

  test('holds the median of the figures themselves', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: 0, max: 99 }), { minLength: 6 }), (values) => {
        const sorted = ordered(values);
        const [low, high] = medianInterval(sorted) ?? [Number.NaN, Number.NaN];
        expect(low).toBeLessThanOrEqual(median(sorted));
        expect(high).toBeGreaterThanOrEqual(median(sorted));
      }),
    );
  });
});

test('quartiles are numpy’s', () => {
  const sorted = ordered([3.1, 0, 4.6, 2.2, 5.9, 1.4, 7.3]);
  expect([0.25, 0.5, 0.75].map((p) => quantile(sorted, p))).toEqual([1.8, 3.1, 5.25]);
  const even = ordered([1.2, 0.4, 2.8, 0, 3.3, 1.9]);
  for (const [p, value] of [
    [0.25, 0.6],
    [0.5, 1.55],
    [0.75, 2.575],
  ])
    expect(quantile(even, p)).toBeCloseTo(value, 12);
  expect(median(even)).toBeCloseTo(1.55, 12);
});

test('the normal distribution is scipy’s', () => {
  for (const [x, share] of [
    [-3.1, 0.0009676032132183563],
    [-1.959963984540054, 0.025],
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [2.7, 0.9965330261969594],
  ]) {
    expect(normalBelow(x)).toBeCloseTo(share, 14);
  }
});
