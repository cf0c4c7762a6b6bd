/** The units that two coders could have given a code: the second's yes and no against the first's. */
export interface Confusion {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** Share of the second coder's yes that the first shares; undefined where the second never says yes. */
export function precision({ tp, fp }: Confusion): number | undefined {
  return tp + fp > 0 ? tp / (tp + fp) : undefined;
}

/** Share of the first coder's yes that the second shares; undefined where the first never says yes. */
export function recall({ tp, fn }: Confusion): number | undefined {
  return tp + fn > 0 ? tp / (tp + fn) : undefined;
}

/** Harmonic mean of precision and recall; undefined where nobody says yes. */
export function f1({ tp, fp, fn }: Confusion): number | undefined {
  return tp + fp + fn > 0 ? (2 * tp) / (2 * tp + fp + fn) : undefined;
}
