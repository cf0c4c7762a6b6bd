import { fQuantile } from './f-quantile.ts';
import { type Moments, momentsOf, pooledDeviation, smallSampleCorrection } from './hedges.ts';
import { normalBelow } from './normal.ts';
import { random } from './random.ts';

/** How many pairs of samples the intervals are made of: many, since in small samples they lie far out. */
export const DRAWS = 10_000;

/** Half a unit of the twelfth decimal is no difference but the rounding of sums. */
const NOTHING = 1e-12;

/** Two means compared: their difference, A less B, and the same in pooled standard deviations. */
export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Hedges' g and its interval; undefined where nothing varies. A bound that resamples leave open is infinite. */
  readonly g: number | undefined;
  readonly gLow: number | undefined;
  readonly gHigh: number | undefined;
}

/**
 * Compares two independent samples of two figures and more each. The intervals are percentiles of 10,000 bootstrap samples,
 * drawn within each side, always the same ones for the same sizes (those of Python's `random.Random(1)`, side A first), and
 * widened for small samples so that of a normal distribution they would be as wide as Student's. The two leave 0 out
 * together or not at all.
 * Sources: Hedges 1981, J Educ Stat 6:107–128; Efron & Tibshirani 1993, chapter 13; Hesterberg 2015, Am Stat 69:371–386,
 * section 5.3 (expanded percentiles, by the smaller side).
 */
export function compareMeans(a: readonly number[], b: readonly number[]): Difference {
  const own = standardised(momentsOf(a), momentsOf(b));
  const next = random(1);
  const differences = new Float64Array(DRAWS);
  const effects = new Float64Array(DRAWS);
  const drawnA = new Float64Array(a.length);
  const drawnB = new Float64Array(b.length);
  for (let draw = 0; draw < DRAWS; draw++) {
    for (let i = 0; i < a.length; i++) drawnA[i] = a[Math.floor(next() * a.length)];
    for (let i = 0; i < b.length; i++) drawnB[i] = b[Math.floor(next() * b.length)];
    const { difference, g } = standardised(momentsOf(drawnA), momentsOf(drawnB));
    differences[draw] = difference;
    // Without spread a difference is beyond any number of deviations.
    effects[draw] = g ?? (difference === 0 ? 0 : Math.sign(difference) * Number.POSITIVE_INFINITY);
  }
  const cut = Math.floor(DRAWS * tailOf(Math.min(a.length, b.length)));
  differences.sort();
  const [low, high] = [differences[cut], differences[DRAWS - 1 - cut]];
  if (own.g === undefined) return { ...own, low, high, gLow: undefined, gHigh: undefined };
  effects.sort();
  return { ...own, low, high, gLow: effects[cut], gHigh: effects[DRAWS - 1 - cut] };
}

/** The share to cut off at either end, for 95 % between: 2.5 % for large samples, less for small ones. */
export function tailOf(n: number): number {
  const t = Math.sqrt(fQuantile(0.95, 1, n - 1));
  return normalBelow(-Math.sqrt(n / (n - 1)) * t);
}

function standardised(a: Moments, b: Moments): { difference: number; g: number | undefined } {
  const raw = a.mean - b.mean;
  const difference = Math.abs(raw) < NOTHING ? 0 : raw;
  const deviation = pooledDeviation(a, b);
  const g = deviation < NOTHING ? undefined : (smallSampleCorrection(a.n + b.n - 2) * difference) / deviation;
  return { difference, g };
}
