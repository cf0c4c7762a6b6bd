import { logGamma } from './log-gamma.ts';

/**
 * An interval that holds the median of what ordered figures are drawn from with 95 % probability at least, whatever their
 * distribution: from the kth lowest to the kth highest, k as great as the binomial distribution allows. Undefined under six
 * figures, where even the lowest and the highest hold it less often. Exact, without resampling; with ties it holds more often.
 * Source: Thompson 1936, Ann Math Statist 7:122–128; Conover, Practical Nonparametric Statistics, 1999, section 3.2.
 */
export function medianInterval(sorted: readonly number[]): readonly [low: number, high: number] | undefined {
  const n = sorted.length;
  // Both tails: P(at most k - 1 of n lie below the median) twice is 5 % at most.
  let tail = 0;
  let k = 0;
  while (k < n / 2) {
    tail += Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) - n * Math.LN2);
    if (tail > 0.025) break;
    k += 1;
  }
  return k === 0 ? undefined : [sorted[k - 1], sorted[n - k]];
}
