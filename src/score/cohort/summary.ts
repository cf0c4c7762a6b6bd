import { medianInterval } from '../../statistics/median-interval.ts';
import { median, ordered, quantile } from '../../statistics/quantile.ts';

/** A measure over visits. */
export interface Summary {
  readonly n: number;
  readonly median: number;
  readonly quartiles: readonly [number, number];
  readonly range: readonly [number, number];
  /** The exact 95 % interval of the median; undefined under six visits. */
  readonly interval: readonly [low: number, high: number] | undefined;
}

/** Median, quartiles (type 7 of Hyndman & Fan 1996), range and the median's interval; undefined where there are no figures. */
export function summaryOf(values: readonly number[]): Summary | undefined {
  if (values.length === 0) return undefined;
  const sorted = ordered(values);
  return {
    n: sorted.length,
    median: median(sorted),
    quartiles: [quantile(sorted, 0.25), quantile(sorted, 0.75)],
    range: [sorted[0], sorted[sorted.length - 1]],
    interval: medianInterval(sorted),
  };
}
