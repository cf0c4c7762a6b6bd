import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Confusion, f1, precision, recall } from '../../src/agree/confusion.ts';
import { kappa, kappaOf } from '../../src/agree/kappa.ts';

const confusions = fc.record({ tp: fc.nat(50), fp: fc.nat(50), fn: fc.nat(50), tn: fc.nat(50) });
const swapped = ({ tp, fp, fn, tn }: Confusion): Confusion => ({ tp, fp: fn, fn: fp, tn });

describe('kappa', () => {
  test('is what Cohen finds for 200 cases in three categories', () => {
    const table = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    expect(kappa(table)).toBeCloseTo(0.492, 3);
  });

  test('is what irrCAC finds for 100 pregnancies that two abstractors classified', () => {
    const table = [
      [13, 0, 0],
      [0, 20, 7],
      [0, 4, 56],
    ];
    expect(kappa(table)).toBeCloseTo(0.7964094, 7);
  });

  test('is not defined without units, or where both coders use one category alone', () => {
    expect(kappaOf({ tp: 0, fp: 0, fn: 0, tn: 0 })).toBeUndefined();
    expect(kappaOf({ tp: 0, fp: 0, fn: 0, tn: 9 })).toBeUndefined();
    expect(kappaOf({ tp: 9, fp: 0, fn: 0, tn: 0 })).toBeUndefined();
  });

  test('is the same whoever comes first, never over 1, and 1 only without disagreement', () => {
    fc.assert(
      fc.property(confusions, (confusion) => {
        const value = kappaOf(confusion);
        if (value === undefined) return;
        expect(kappaOf(swapped(confusion))).toBeCloseTo(value, 12);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        expect(value > 1 - 1e-12).toBe(confusion.fp + confusion.fn === 0);
      }),
    );
  });
});

describe('precision, recall and F1', () => {
  test('take their names from who is measured', () => {
    const confusion = { tp: 6, fp: 2, fn: 4, tn: 88 };
    expect(precision(confusion)).toBe(0.75);
    expect(recall(confusion)).toBe(0.6);
    expect(f1(confusion)).toBeCloseTo(2 / 3, 12);
  });

  test('are not defined where nobody says yes', () => {
    const quiet = { tp: 0, fp: 0, fn: 0, tn: 5 };
    expect([precision(quiet), recall(quiet), f1(quiet)]).toEqual([undefined, undefined, undefined]);
  });

  test('change places with the coders, and F1 lies between them', () => {
    fc.assert(
      fc.property(confusions, (confusion) => {
        expect(precision(confusion)).toBe(recall(swapped(confusion)));
        const [p, r, f] = [precision(confusion), recall(confusion), f1(confusion)];
        if (p === undefined || r === undefined || f === undefined) return;
        expect(f).toBeGreaterThanOrEqual(Math.min(p, r) - 1e-12);
        expect(f).toBeLessThanOrEqual(Math.max(p, r) + 1e-12);
      }),
    );
  });
});
