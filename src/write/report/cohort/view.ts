import type { Scoring } from '../../../lexicon/types.ts';
import type { Cohort, MeasureOfCohort } from '../../../score/cohort/cohort.ts';
import type { CohortVisit } from '../../../score/cohort/sample.ts';
import type { Charts } from '../charts/load.ts';
import type { Shared } from '../shared.ts';

/** A visit of a cohort, and where it opens in the page. */
export interface LinkedVisit extends CohortVisit {
  readonly href: string;
}

/** What a report's visits are sorted by. */
export interface CohortSettings {
  /** What groups are of: `trainee`. */
  readonly by?: string;
  /** The group that is set against all others. */
  readonly focus?: string;
}

/** All that the sections of a cohort are made of. */
export interface CohortView extends CohortSettings {
  readonly cohort: Cohort;
  readonly scoring: Scoring;
  readonly charts: Charts;
  readonly shared: Shared;
  /** The measures that are drawn. */
  readonly drawn: readonly MeasureOfCohort[];
}
