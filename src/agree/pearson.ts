import type { Estimate } from './estimate.ts';

/** Pearson's r; undefined where a side does not vary. */
export function pearson(x: readonly number[], y: readonly number[]): number | undefined {
  const n = x.length;
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / n;
  const mx = mean(x);
  const my = mean(y);
  let sxy = 0;
  let sxx = 0;
  let syy = 0;
  for (let i = 0; i < n; i++) {
    sxy += (x[i] - mx) * (y[i] - my);
    sxx += (x[i] - mx) ** 2;
    syy += (y[i] - my) ** 2;
  }
  return sxx > 0 && syy > 0 ? Math.max(-1, Math.min(1, sxy / Math.sqrt(sxx) / Math.sqrt(syy))) : undefined;
}

/** Pearson's r with the 95 % interval of Fisher's z; no interval for fewer than four pairs. */
export function pearsonEstimate(x: readonly number[], y: readonly number[]): Estimate {
  const value = pearson(x, y);
  if (value === undefined || x.length < 4) return { value, low: undefined, high: undefined };
  if (Math.abs(value) === 1) return { value, low: value, high: value };
  const z = Math.atanh(value);
  const half = 1.959963984540054 / Math.sqrt(x.length - 3);
  return { value, low: Math.tanh(z - half), high: Math.tanh(z + half) };
}
