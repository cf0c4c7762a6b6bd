import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DECIMALS, rounded } from '../../src/score/round.ts';

const types = ['count', 'ratio', 'index', 'seconds'] as const;

/** As the number's own digits say, by JavaScript's `toFixed`. */
const digits = (value: number, type: (typeof types)[number]): number => Number(value.toFixed(DECIMALS[type]));

describe('a rounded number', () => {
  test('goes up at a tie, as far as the number is one', () => {
    expect(rounded(0.25, 'index')).toBe(0.3);
    expect(rounded(2.5, 'count')).toBe(3);
    expect(rounded(0.125, 'seconds')).toBe(0.13);
    // Written so, but a little less, and a little more.
    expect(rounded(1.005, 'seconds')).toBe(1);
    expect(rounded(0.00015, 'ratio')).toBe(0.0001);
    expect(rounded(0.35, 'index')).toBe(0.3);
    expect(rounded(0.45, 'index')).toBe(0.5);
  });

  test('is never -0', () => {
    expect(Object.is(rounded(-0.00001, 'ratio'), 0)).toBe(true);
    expect(Object.is(rounded(-0, 'count'), 0)).toBe(true);
  });

  test('is what its digits say, whatever the number', () => {
    const anything = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }),
      fc.double({ noNaN: true, min: -2, max: 2 }),
      fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 100_000),
      fc.tuple(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 })).map(([part, whole]) => part / whole),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom(...types), (value, type) => {
        // -0 and 0 are one here.
        expect(rounded(value, type)).toBe(digits(value, type) + 0);
      }),
      { numRuns: 5000 },
    );
  });
});
