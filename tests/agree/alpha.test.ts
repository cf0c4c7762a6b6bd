import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ac1 } from '../../src/agree/ac1.ts';
import { alpha } from '../../src/agree/alpha.ts';
import { ratingsOf } from '../../src/agree/ratings.ts';

const _ = undefined;

/** Krippendorff 2011, section C: four observers, twelve units, missing ratings; also irrCAC's cac.raw4raters. */
const fourObservers = ratingsOf([
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]);

/** Fleiss 1971 as irrCAC has it: six psychiatrists, fifteen patients, five diagnoses. */
const sixRaters = [
  [0, 0, 0, 6, 0],
  [0, 3, 0, 0, 3],
  [0, 1, 4, 0, 1],
  [0, 0, 0, 0, 6],
  [0, 3, 0, 3, 0],
  [2, 0, 4, 0, 0],
  [0, 0, 4, 0, 2],
  [2, 0, 3, 1, 0],
  [2, 0, 0, 4, 0],
  [0, 0, 0, 0, 6],
  [1, 0, 0, 5, 0],
  [1, 1, 0, 4, 0],
  [0, 3, 3, 0, 0],
  [1, 0, 0, 5, 0],
  [0, 2, 0, 3, 1],
].map((counts) => ({ counts, units: 1 }));

/** irrCAC's cont3x3abstractors, as units that were rated alike. */
const twoAbstractors = [
  { counts: [2, 0, 0], units: 13 },
  { counts: [0, 2, 0], units: 20 },
  { counts: [0, 0, 2], units: 56 },
  { counts: [0, 1, 1], units: 11 },
];

describe("Krippendorff's alpha", () => {
  test('is 0.743 for four observers with missing ratings (Krippendorff 2011)', () => {
    expect(alpha(fourObservers)).toBeCloseTo(0.743, 3);
  });

  test('is 0.095 for two observers of ten yes-or-no units (Krippendorff 2011)', () => {
    const table = ratingsOf([
      [0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
      [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
    ]);
    expect(alpha(table)).toBeCloseTo(0.095, 3);
  });

  test('is 0.692 for two observers, twelve units and five categories (Krippendorff 2011)', () => {
    expect(alpha(ratingsOf([[...'aabbdcccedda'], [...'babbbccceddd']]))).toBeCloseTo(0.692, 3);
  });

  test('is what irrCAC finds', () => {
    expect(alpha(sixRaters)).toBeCloseTo(0.4204384, 7);
    expect(alpha(twoAbstractors)).toBeCloseTo(0.7972585, 7);
  });

  test('is not defined where all ratings are one category, or no unit has two', () => {
    expect(alpha([{ counts: [3, 0], units: 4 }])).toBeUndefined();
    expect(
      alpha([
        { counts: [1, 0], units: 4 },
        { counts: [0, 1], units: 4 },
      ]),
    ).toBeUndefined();
  });
});

describe("Gwet's AC1", () => {
  test('is 0.94 where 118 of 125 units are agreed yes and none agreed no, though kappa is below 0 (Gwet 2008)', () => {
    expect(
      ac1([
        { counts: [2, 0], units: 118 },
        { counts: [1, 1], units: 7 },
      ]),
    ).toBeCloseTo(0.9408, 4);
  });

  test('is what irrCAC finds, ratings missing or not', () => {
    expect(ac1(fourObservers)).toBeCloseTo(0.77544, 5);
    expect(ac1(sixRaters)).toBeCloseTo(0.4448007, 7);
    expect(ac1(twoAbstractors)).toBeCloseTo(0.8493305, 7);
  });

  test('is 1 where a code was never given: nobody disagreed', () => {
    expect(ac1([{ counts: [2, 0], units: 40 }])).toBe(1);
  });
});

describe('alpha and AC1', () => {
  const values = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
  const matrices = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 12 }))
    .chain(([coders, units]) =>
      fc.array(fc.array(values, { minLength: units, maxLength: units }), { minLength: coders, maxLength: coders }),
    );
  const close = (a: number | undefined, b: number | undefined) =>
    a === undefined ? expect(b).toBeUndefined() : expect(b).toBeCloseTo(a, 9);

  test('do not depend on the order of coders, units or categories', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const turned = [...matrix]
          .reverse()
          .map((row) => [...row].reverse().map((value) => (value === undefined ? value : 3 - value)));
        close(alpha(ratingsOf(matrix)), alpha(ratingsOf(turned)));
        close(ac1(ratingsOf(matrix)), ac1(ratingsOf(turned)));
      }),
    );
  });

  test('are never over 1, and 1 only where no unit is disputed', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const ratings = ratingsOf(matrix);
        const disputed = ratings.some(({ counts }) => counts.filter((count) => count > 0).length > 1);
        for (const value of [alpha(ratings), ac1(ratings)]) {
          if (value === undefined) continue;
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
          expect(value > 1 - 1e-12).toBe(!disputed);
        }
      }),
    );
  });

  test('take units rated alike together or one by one', () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: 2, max: 5 }), (matrix, times) => {
        const ratings = ratingsOf(matrix);
        const together = ratings.map(({ counts }) => ({ counts, units: times }));
        const apart = Array.from({ length: times }, () => ratings).flat();
        close(alpha(together), alpha(apart));
        close(ac1(together), ac1(apart));
      }),
    );
  });
});
