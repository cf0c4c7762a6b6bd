import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareMeans, tailOf } from '../../src/statistics/difference.ts';
import { smallSampleCorrection } from '../../src/statistics/hedges.ts';

const a = [3.1, 0, 4.6, 2.2, 5.9, 1.4, 7.3];
const b = [1.2, 0.4, 2.8, 0, 3.3, 1.9];

describe('the difference of two means', () => {
  test('is what numpy and scipy make of the same samples, drawn by Python’s random.Random(1)', () => {
    const found = compareMeans(a, b);
    expect(found.difference).toBeCloseTo(1.9, 12);
    expect(found.low).toBeCloseTo(-0.9404761904761909, 9);
    expect(found.high).toBeCloseTo(4.835714285714285, 9);
    expect(found.g).toBeCloseTo(0.8414789460198037, 9);
    expect(found.gLow).toBeCloseTo(-0.6537957367062757, 9);
    expect(found.gHigh).toBeCloseTo(3.4859837049494184, 9);
  });

  test('is the same each time', () => {
    expect(compareMeans(a, b)).toEqual(compareMeans([...a], [...b]));
  });

  test('has no effect size where nothing varies', () => {
    expect(compareMeans([0.1, 0.1, 0.1, 0.1, 0.1], [0.1, 0.1, 0.1, 0.1, 0.1, 0.1])).toEqual({
      difference: 0,
      low: 0,
      high: 0,
      g: undefined,
      gLow: undefined,
      gHigh: undefined,
    });
  });

  test('and its effect size leave 0 out together or not at all', () => {
    const sample = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const { difference, low, high, g, gLow, gHigh } = compareMeans(x, y);
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        if (g === undefined) return;
        expect([Math.sign(g), Math.sign(gLow ?? 0), Math.sign(gHigh ?? 0)]).toEqual([
          Math.sign(difference),
          Math.sign(low),
          Math.sign(high),
        ]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('small samples', () => {
  // scipy: norm.cdf(-sqrt(n / (n - 1)) * t.ppf(0.975, n - 1))
  test.each([
    [5, 0.0009541005518824907],
    [6, 0.0024318031746115667],
    [10, 0.008550639024406366],
    [50, 0.02117941121137757],
  ])('of %i have an interval widened to this tail', (n, tail) => {
    expect(tailOf(n)).toBeCloseTo(tail, 10);
  });

  // scipy: exp(gammaln(m / 2) - gammaln((m - 1) / 2)) / sqrt(m / 2)
  test.each([
    [8, 0.90270333367641],
    [11, 0.9299598099757784],
    [98, 0.9923240874205688],
  ])('of %i degrees of freedom have this correction', (degrees, correction) => {
    expect(smallSampleCorrection(degrees)).toBeCloseTo(correction, 11);
  });
});
