import type { Scoring } from '../../lexicon/types.ts';
import type { Kind } from '../../visit.ts';
import { type CohortMeasure, cohortMeasures } from './measures.ts';
import { type CohortVisit, type Figure, figuresOf } from './sample.ts';
import { type Summary, summaryOf } from './summary.ts';

/** One measure over a cohort and over each of its groups. */
export interface MeasureOfCohort {
  readonly measure: CohortMeasure;
  readonly figures: readonly Figure[];
  readonly all: Summary | undefined;
  /** In the order of `Cohort.groups`. */
  readonly groups: readonly {
    readonly name: string;
    readonly figures: readonly Figure[];
    readonly summary?: Summary;
  }[];
}

/** Visits of one kind, and what they show. */
export interface Cohort {
  readonly kind: Kind;
  /** By date, those without one last; else in the order of the input. */
  readonly visits: readonly CohortVisit[];
  /** Names in code-unit order; no group stands before another for its figures. */
  readonly groups: readonly string[];
  readonly measures: readonly MeasureOfCohort[];
}

/** Sums visits up, once a kind: what was written and what was said are not pooled. */
export function cohortsOf(visits: readonly CohortVisit[], scoring: Scoring): Cohort[] {
  return (['transcript', 'note'] as const).flatMap((kind) => {
    const mine = byDate(visits.filter((visit) => visit.kind === kind));
    if (mine.length === 0) return [];
    const groups = groupNames(mine);
    const measures = cohortMeasures(kind).map((measure): MeasureOfCohort => {
      const figures = figuresOf(mine, measure, scoring);
      return {
        measure,
        figures,
        all: summaryOf(figures.map(({ value }) => value)),
        groups: groups.map((name) => {
          const own = figures.filter(({ visit }) => visit.group === name);
          return { name, figures: own, summary: summaryOf(own.map(({ value }) => value)) };
        }),
      };
    });
    return [{ kind, visits: mine, groups, measures }];
  });
}

/** The groups that visits belong to, in code-unit order. */
export function groupNames(visits: readonly CohortVisit[]): string[] {
  return [...new Set(visits.flatMap(({ group }) => group ?? []))].sort();
}

function byDate(visits: readonly CohortVisit[]): CohortVisit[] {
  const key = ({ date }: CohortVisit) => date ?? '\uffff';
  return [...visits].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
