import type { Lexicon } from '../lexicon/types.ts';
import { type Segmented, segmentVisit } from '../segment/segment.ts';
import { version } from '../version.ts';
import type { Moment, Visit } from '../visit.ts';
import { scoreColumns } from './columns.ts';
import { flagsOf } from './flags.ts';
import { addIndices } from './formulas.ts';
import { type Measures, measure, momentColumns } from './measures.ts';
import { answersToCues } from './responses.ts';
import { rounded } from './round.ts';

/**
 * A row with every column, in order, before anything is counted: an object that has all of them at once is made, and filled, faster
 * than one that grows.
 */
const EMPTY: Record<string, number | string | null> = Object.fromEntries(
  scoreColumns.map(({ name }) => [name, momentColumns.includes(name) ? 0 : null]),
);

/** Columns whose numbers are no counts. */
const fractions = scoreColumns.filter(({ type }) => type !== 'text' && type !== 'count');

/** A visit's row: column name to number, text, or null where the column is empty. */
export type Score = Readonly<Record<string, number | string | null>>;

/**
 * Scores one visit: every column of `bedside columns`, in that order, numbers rounded as they are printed. Needs the moments
 * of `tagVisit` and a visit with roles; what the visit cannot tell is null, never 0.
 */
export function scoreVisit(
  visit: Visit,
  moments: readonly Moment[],
  lexicon: Lexicon,
  segmented: readonly Segmented[] = segmentVisit(visit, lexicon),
): Score {
  const row = { ...EMPTY };
  const figures = row as Measures;
  measure(figures, visit, moments, answersToCues(visit, moments, lexicon, segmented), segmented);
  if (visit.kind === 'transcript') addIndices(figures, lexicon.scoring);
  row.visit_id = visit.id;
  row.source = visit.source;
  row.kind = visit.kind;
  row.roles = visit.roles ?? null;
  row.flags = flagsOf(visit, figures, lexicon, segmented);
  row.lexicon = lexicon.hash;
  row.version = version;
  for (const { name, type } of fractions) {
    const value = figures[name];
    if (value !== null) row[name] = rounded(value, type);
  }
  return row;
}
