import { logGamma } from './log-gamma.ts';

/** Number, mean and variance (over n - 1) of a sample. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

export function momentsOf(values: ArrayLike<number>): Moments {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i];
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i] - mean) ** 2;
  return { n, mean, variance: squares / (n - 1) };
}

/** The standard deviation pooled over two samples, each weighted by its degrees of freedom. */
export function pooledDeviation(a: Moments, b: Moments): number {
  return Math.sqrt(((a.n - 1) * a.variance + (b.n - 1) * b.variance) / (a.n + b.n - 2));
}

/**
 * What takes the upward bias of small samples off a standardised difference, exactly: for m degrees of freedom
 * gamma(m / 2) / (sqrt(m / 2) gamma((m - 1) / 2)), near 1 - 3 / (4 m - 1).
 * Source: Hedges 1981, Distribution theory for Glass's estimator of effect size, J Educ Stat 6:107–128, equation 6e.
 */
export function smallSampleCorrection(degrees: number): number {
  return Math.exp(logGamma(degrees / 2) - logGamma((degrees - 1) / 2)) / Math.sqrt(degrees / 2);
}
