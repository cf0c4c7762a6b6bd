import type { Scoring } from '../../lexicon/types.ts';
import { compareMeans } from '../../statistics/difference.ts';
import { momentsOf } from '../../statistics/hedges.ts';
import { median, ordered } from '../../statistics/quantile.ts';
import type { Kind } from '../../visit.ts';
import type { Column } from '../columns.ts';
import { rounded } from '../round.ts';
import { cohortMeasures } from './measures.ts';
import { type CohortVisit, figuresOf } from './sample.ts';

/** Visits a side below which nothing is compared. */
export const FEWEST = 5;

/** What a row says in words. */
export const FINDINGS = {
  few: 'too few to compare',
  none: 'no difference that these visits can show',
  a: 'higher in A',
  b: 'higher in B',
} as const;

/** Two sets of visits with the names that the user gave them. */
export interface Sides {
  readonly names: readonly [a: string, b: string];
  readonly visits: readonly [a: readonly CohortVisit[], b: readonly CohortVisit[]];
}

export type ComparedRow = Readonly<Record<string, string | number | null>>;

/**
 * One row a kind and measure: A and B by their rates and shares. Figures that a flag doubts are left out, and a side with fewer
 * than five figures left makes the row say so, and nothing else. Numbers are rounded as they are printed.
 */
export function comparedRows({ names, visits }: Sides, scoring: Scoring): ComparedRow[] {
  const kinds = (['transcript', 'note'] as const).filter((kind) => visits.some((side) => of(kind, side).length > 0));
  return kinds.flatMap((kind) =>
    cohortMeasures(kind).map((measure): ComparedRow => {
      const [a, b] = visits.map((side) => figuresOf(of(kind, side), measure, scoring).map(({ value }) => value));
      const known = {
        kind,
        measure: measure.name,
        a: names[0],
        b: names[1],
        visits_a: of(kind, visits[0]).length,
        visits_b: of(kind, visits[1]).length,
        n_a: a.length,
        n_b: b.length,
      };
      if (a.length < FEWEST || b.length < FEWEST) return { ...known, finding: FINDINGS.few };
      const { difference, low, high, g, gLow, gHigh } = compareMeans(a, b);
      const own = (value: number) => rounded(value, measure.type);
      return {
        ...known,
        median_a: own(median(ordered(a))),
        median_b: own(median(ordered(b))),
        mean_a: own(momentsOf(a).mean),
        mean_b: own(momentsOf(b).mean),
        difference: own(difference),
        difference_low: own(low),
        difference_high: own(high),
        hedges_g: effect(g),
        g_low: effect(gLow),
        g_high: effect(gHigh),
        finding: low > 0 ? FINDINGS.a : high < 0 ? FINDINGS.b : FINDINGS.none,
      };
    }),
  );
}

function of(kind: Kind, visits: readonly CohortVisit[]): readonly CohortVisit[] {
  return visits.filter((visit) => visit.kind === kind);
}

function effect(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : rounded(value, 'ratio');
}

const BOOTSTRAP =
  '95 % percentile interval of 10,000 bootstrap samples, seeded, expanded for small samples (Hesterberg 2015)';
const HEDGES = 'Hedges 1981, exact small-sample correction';

/** Columns of `bedside compare`, one row a measure. */
export const compareColumns: readonly Column[] = [
  text('kind', 'transcript or note; the two are never pooled', { rank: 6 }),
  text('measure', 'a share, a rate per 1,000 words or an index; see: bedside columns', { rank: 0 }),
  text('a', 'what A was named by'),
  text('b', 'what B was named by'),
  count('visits_a', 'visits of A'),
  count('visits_b', 'visits of B'),
  count('n_a', 'visits of A that have the measure, without those that a flag makes doubtful', {
    rank: 3,
    short: 'n A',
  }),
  count('n_b', 'visits of B likewise', { rank: 3, short: 'n B' }),
  figure('median_a', 'median of A', 'count', { rank: 4, short: 'median A' }),
  figure('median_b', 'median of B', 'count', { rank: 4, short: 'median B' }),
  figure('mean_a', 'mean of A', 'count', { rank: 5, short: 'mean A' }),
  figure('mean_b', 'mean of B', 'count', { rank: 5, short: 'mean B' }),
  figure('difference', 'mean_a - mean_b', 'count'),
  figure('difference_low', 'lower end of its interval', BOOTSTRAP),
  figure('difference_high', 'upper end of its interval', BOOTSTRAP),
  effectSize('hedges_g', 'difference / pooled standard deviation, corrected; empty where nothing varies', HEDGES),
  effectSize('g_low', 'lower end of its interval; empty where it has none', BOOTSTRAP),
  effectSize('g_high', 'upper end of its interval; empty where it has none', BOOTSTRAP),
  text('finding', `${Object.values(FINDINGS).join('; ')}. Under ${FEWEST} visits a side: the first`, { rank: 1 }),
];

function text(name: string, formula: string, rest: Partial<Column> = {}): Column {
  return { name, type: 'text', unit: 'text', denominator: '', formula, source: 'bedside compare', ...rest };
}

function count(name: string, formula: string, rest: Partial<Column> = {}): Column {
  return { ...text(name, formula, rest), type: 'count', unit: 'visits', source: 'count' };
}

function figure(name: string, formula: string, source: string, rest: Partial<Column> = {}): Column {
  return { ...text(name, formula, rest), type: 'ratio', unit: 'that of the measure', source };
}

function effectSize(name: string, formula: string, source: string): Column {
  return { ...text(name, formula), type: 'ratio', unit: 'pooled standard deviations', source };
}
