import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Weight } from '../../src/lexicon/types.ts';
import { weightedMean } from '../../src/score/formulas.ts';

const part = (column: string, weight: number, zero: number, full: number): Weight => ({
  column,
  weight,
  zero,
  full,
  source: 'test',
});

describe('a weighted mean', () => {
  const weights = [part('a', 2, 0, 10), part('b', 1, 1, 0), part('c', 1, 0, 4)];

  test('scales every column in a straight line, falling where zero is above full', () => {
    expect(weightedMean(weights, { a: 5, b: 0.25, c: 1 })).toBeCloseTo(100 * (2 * 0.5 + 0.75 + 0.25) * 0.25);
  });

  test('cuts off at both ends', () => {
    expect(weightedMean(weights, { a: 99, b: -3, c: 5 })).toBe(100);
    expect(weightedMean(weights, { a: -1, b: 2, c: -2 })).toBe(0);
  });

  test('shares the weight of an empty column, down to half of it', () => {
    expect(weightedMean(weights, { a: 5, b: null, c: null })).toBeCloseTo(50);
    expect(weightedMean(weights, { a: null, b: 0, c: 4 })).toBeCloseTo(100);
    expect(weightedMean(weights, { a: null, b: 0, c: null })).toBeNull();
    expect(weightedMean(weights, {})).toBeNull();
  });

  test('stays between 0 and 100, and never falls as a rising column grows', () => {
    const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const weight = fc
      .tuple(fc.double({ min: 0.1, max: 9, noNaN: true }), figure, figure)
      .filter(([, zero, full]) => zero !== full);
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 5 }), figure, figure, (parts, one, two) => {
        const rising = parts.map(([w, a, b], k) => part(`c${k}`, w, Math.min(a, b), Math.max(a, b)));
        const all = (value: number) =>
          weightedMean(rising, Object.fromEntries(rising.map(({ column }) => [column, value])));
        const low = all(Math.min(one, two)) as number;
        const high = all(Math.max(one, two)) as number;
        return low >= 0 && high <= 100 + 1e-9 && low <= high;
      }),
    );
  });
});
