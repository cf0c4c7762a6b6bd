import { random } from '../statistics/random.ts';

/** How many samples an interval is made of. */
export const draws = 1000;

/**
 * Draws as many visits as there are, with replacement, 1,000 times, always the same draws for a number of visits (those of
 * Python's `random.Random(1).choices`). Whole visits are drawn since turns of one visit are no independent observations.
 * Source: Efron & Tibshirani 1993, chapter 8.
 * @param each called once a draw with how often each visit was drawn; the array is used again for the next draw.
 */
export function resample(visits: number, each: (times: Uint32Array, draw: number) => void): void {
  const next = random(1);
  const times = new Uint32Array(visits);
  for (let draw = 0; draw < draws; draw++) {
    times.fill(0);
    for (let i = 0; i < visits; i++) times[Math.floor(next() * visits)]++;
    each(times, draw);
  }
}

/**
 * The 95 % percentile interval of a statistic over all draws, those that do not define it left out; undefined where more
 * than half of them do not.
 */
export function interval(values: readonly (number | undefined)[]): { low: number; high: number } | undefined {
  const defined = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (defined.length * 2 < values.length || defined.length === 0) return undefined;
  const cut = Math.floor(defined.length * 0.025);
  return { low: defined[cut], high: defined[defined.length - 1 - cut] };
}
