/** A statistic with its 95 % interval. */
export interface Estimate {
  /** Undefined where the data do not define it. */
  readonly value: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
}
