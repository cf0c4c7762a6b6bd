export interface BlandAltman {
  readonly n: number;
  /** Mean of second minus first. */
  readonly bias: number | undefined;
  /** Standard deviation of the differences. */
  readonly sd: number | undefined;
  /** Limits of agreement: 95 % of differences lie between them if they are normal. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** How far the second coder's values lie from the first's. Source: Bland & Altman 1986. */
export function blandAltman(first: readonly number[], second: readonly number[]): BlandAltman {
  const n = first.length;
  if (n === 0) return { n, bias: undefined, sd: undefined, low: undefined, high: undefined };
  const differences = first.map((value, i) => second[i] - value);
  const bias = differences.reduce((a, b) => a + b, 0) / n;
  if (n < 2) return { n, bias, sd: undefined, low: undefined, high: undefined };
  const sd = Math.sqrt(differences.reduce((sum, d) => sum + (d - bias) ** 2, 0) / (n - 1));
  return { n, bias, sd, low: bias - 1.96 * sd, high: bias + 1.96 * sd };
}
