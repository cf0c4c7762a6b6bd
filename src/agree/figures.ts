import { ac1 } from './ac1.ts';
import { alpha } from './alpha.ts';
import { type Confusion, f1, precision, recall } from './confusion.ts';
import { kappaOf } from './kappa.ts';
import { layoutOf } from './tally.ts';

/** The statistics of one code over some visits; undefined where the visits do not define them. */
export type Figures = Readonly<Record<FigureName, number | undefined>>;

export const figureNames = ['precision', 'recall', 'f1', 'kappa', 'alpha', 'ac1', 'moment_f1'] as const;
export type FigureName = (typeof figureNames)[number];

/** Two coders' agreement on one code in a tally's sums. */
export function confusionOf(sums: Float64Array, pair: number): Confusion {
  const at = 4 * pair;
  return { tp: sums[at], fp: sums[at + 1], fn: sums[at + 2], tn: sums[at + 3] };
}

/**
 * All statistics of a tally's sums. Of more than two coders, F1 and kappa are means over the pairs of coders (Light 1971), alpha
 * and AC1 are of all at once, and there is no precision, recall or match of moments.
 */
export function figuresOf(sums: Float64Array, coders: number): Figures {
  const { patterns, moments } = layoutOf(coders);
  const pairs = Array.from({ length: patterns / 4 }, (_, pair) => confusionOf(sums, pair));
  const ratings = [];
  for (let m = 0; m <= coders; m++) {
    for (let k = 0; k <= m; k++) {
      const units = sums[patterns + m * (coders + 1) + k];
      if (units > 0) ratings.push({ counts: [m - k, k], units });
    }
  }
  const two = coders === 2;
  const quoted = sums[moments + 1] + sums[moments + 2];
  return {
    precision: two ? precision(pairs[0]) : undefined,
    recall: two ? recall(pairs[0]) : undefined,
    f1: mean(pairs.map(f1)),
    kappa: mean(pairs.map(kappaOf)),
    alpha: alpha(ratings),
    ac1: ac1(ratings),
    moment_f1: two && quoted > 0 ? (2 * sums[moments]) / quoted : undefined,
  };
}

/** Share of units with the code: by the first of two coders, by all ratings where there are more. */
export function prevalenceOf(sums: Float64Array, coders: number): number | undefined {
  const { patterns, moments } = layoutOf(coders);
  let given = 0;
  let rated = 0;
  if (coders === 2) {
    const { tp, fp, fn, tn } = confusionOf(sums, 0);
    [given, rated] = [tp + fn, tp + fp + fn + tn];
  } else {
    sums.subarray(patterns, moments).forEach((units, i) => {
      given += units * (i % (coders + 1));
      rated += units * Math.floor(i / (coders + 1));
    });
  }
  return rated > 0 ? given / rated : undefined;
}

/** Mean of what is defined. */
function mean(values: readonly (number | undefined)[]): number | undefined {
  const defined = values.filter((value) => value !== undefined);
  return defined.length > 0 ? defined.reduce((a, b) => a + b, 0) / defined.length : undefined;
}
