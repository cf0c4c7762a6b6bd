import type { Scoring } from '../../lexicon/types.ts';
import type { Cohort } from './cohort.ts';
import type { CohortMeasure } from './measures.ts';
import { type Summary, summaryOf } from './summary.ts';

/** One group's measure against the rest of the cohort. */
export interface FocusedMeasure {
  readonly measure: CohortMeasure;
  readonly own: Summary | undefined;
  /** The other visits of the cohort; the group's own are not among them. */
  readonly rest: Summary | undefined;
  readonly finding: Finding;
}

/**
 * What the figures allow to be said: `above` and `below` only where the interval of the group's median leaves the median of
 * the rest out. `few` where one side has no interval or no figures.
 */
export type Finding = 'above' | 'below' | 'none' | 'few';

/** Compares a group of a cohort with all other visits of it, measure by measure. */
export function focusOn(cohort: Cohort, group: string): FocusedMeasure[] {
  return cohort.measures.map(({ measure, figures }) => {
    const values = (isOwn: boolean) =>
      figures.filter(({ visit }) => (visit.group === group) === isOwn).map(({ value }) => value);
    const own = summaryOf(values(true));
    const rest = summaryOf(values(false));
    return { measure, own, rest, finding: findingOf(own, rest) };
  });
}

function findingOf(own: Summary | undefined, rest: Summary | undefined): Finding {
  if (!own?.interval || !rest) return 'few';
  const [low, high] = own.interval;
  if (low > rest.median) return 'above';
  return high < rest.median ? 'below' : 'none';
}

/**
 * Which way a measure is taken to be better: 1 upwards, -1 downwards, 0 where nothing says so. That is what the indices of
 * scoring.yaml do with the measure, or with the count behind a rate.
 */
export function directionOf({ name }: CohortMeasure, { indices }: Scoring): -1 | 0 | 1 {
  const counted = name.replace(/_per_1000w$/, '');
  for (const weights of Object.values(indices)) {
    for (const { column, zero, full } of weights) {
      if (column === name || column === counted) return full > zero ? 1 : -1;
    }
  }
  return 0;
}
