import type { Scoring } from '../../lexicon/types.ts';
import type { Kind } from '../../visit.ts';
import { doubtedBy } from '../doubts.ts';
import type { Score } from '../score.ts';
import { type CohortMeasure, figureOf } from './measures.ts';

/** A scored visit with what a cohort is sorted by. */
export interface CohortVisit {
  readonly id: string;
  readonly kind: Kind;
  /** The columns of `score --rates`. */
  readonly score: Score;
  /** The trainee, clinic or whatever visits are grouped by; undefined where the visit belongs to none. */
  readonly group?: string;
  /** `2025-01-31`; undefined where it is not known. */
  readonly date?: string;
}

/** A visit's figure of one measure. */
export interface Figure {
  readonly visit: CohortVisit;
  readonly value: number;
}

/** The figures of a measure that can be relied on, in the order of the visits: those undefined or doubted by a flag are left out. */
export function figuresOf(visits: readonly CohortVisit[], measure: CohortMeasure, scoring: Scoring): Figure[] {
  return visits.flatMap((visit) => {
    const value = figureOf(measure, visit.score);
    if (value === null || doubtedBy(measure, String(visit.score.flags ?? ''), scoring) !== undefined) return [];
    return [{ visit, value }];
  });
}
