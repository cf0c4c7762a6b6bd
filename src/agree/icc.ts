import { fQuantile } from '../statistics/f-quantile.ts';
import type { Estimate } from './estimate.ts';

export interface IntraclassCorrelations {
  /** ICC(2,1): one coder of many, absolute agreement. */
  readonly icc21: Estimate;
  /** ICC(3,1): these coders alone, consistency. */
  readonly icc31: Estimate;
}

const none: Estimate = { value: undefined, low: undefined, high: undefined };

/** Mean squares of a two-way table without replicates: between rows, between columns, error. */
function meanSquares(table: readonly (readonly number[])[]): { rows: number; columns: number; error: number } {
  const n = table.length;
  const k = table[0].length;
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const grand = mean(table.flat());
  const rowMeans = table.map(mean);
  const columnMeans = table[0].map((_, j) => mean(table.map((row) => row[j])));
  const square = (values: readonly number[]) => values.reduce((sum, value) => sum + (value - grand) ** 2, 0);
  let error = 0;
  let total = 0;
  table.forEach((row, i) => {
    row.forEach((value, j) => {
      error += (value - rowMeans[i] - columnMeans[j] + grand) ** 2;
      total += (value - grand) ** 2;
    });
  });
  // What rounding leaves of a sum that is zero must not become a variance.
  const clean = (sum: number) => (sum > total * 1e-12 ? sum : 0);
  return {
    rows: clean(k * square(rowMeans)) / (n - 1),
    columns: clean(n * square(columnMeans)) / (k - 1),
    error: clean(error) / ((n - 1) * (k - 1)),
  };
}

/**
 * Intraclass correlations of a table, a row a visit and a column a coder, with 95 % intervals from the F distribution.
 * Undefined for fewer than two rows or columns, or where no value differs from another.
 * Source: Shrout & Fleiss 1979, Intraclass correlations; the interval of ICC(2,1) as McGraw & Wong 1996 give it.
 */
export function icc(table: readonly (readonly number[])[]): IntraclassCorrelations {
  const n = table.length;
  const k = table[0]?.length ?? 0;
  if (n < 2 || k < 2) return { icc21: none, icc31: none };
  const { rows, columns, error } = meanSquares(table);
  const q = (d1: number, d2: number) => fQuantile(0.975, d1, d2);
  return { icc21: agreement(), icc31: consistency() };

  function consistency(): Estimate {
    if (rows + error === 0) return none;
    if (error === 0) return { value: 1, low: 1, high: 1 };
    const f = rows / error;
    const of = (ratio: number) => (ratio - 1) / (ratio + k - 1);
    const df = (n - 1) * (k - 1);
    return { value: of(f), low: of(f / q(n - 1, df)), high: of(f * q(df, n - 1)) };
  }

  function agreement(): Estimate {
    const spread = rows + (k - 1) * error + (k * (columns - error)) / n;
    if (rows + columns + error === 0 || spread <= 0) return none;
    const value = (rows - error) / spread;
    if (columns + error === 0) return { value: 1, low: 1, high: 1 };
    // Satterthwaite's degrees of freedom; without error their limit.
    const a = error > 0 ? (k * value * columns) / error : 1;
    const b = error > 0 ? n * (1 + (k - 1) * value) - k * value : 0;
    const v = ((k - 1) * (n - 1) * (a + b) ** 2) / ((n - 1) * a ** 2 + b ** 2);
    if (!(v > 0)) return { value, low: undefined, high: undefined };
    // Divided through by the quantiles: with few degrees of freedom they pass every number.
    const lower = rows / q(n - 1, v);
    const upper = 1 / q(v, n - 1);
    const others = k * columns + (k * n - k - n) * error;
    const low = (n * (lower - error)) / (others + n * lower);
    const high = (n * (rows - error * upper)) / (others * upper + n * rows);
    return Number.isFinite(low) && Number.isFinite(high)
      ? { value, low, high }
      : { value, low: undefined, high: undefined };
  }
}
