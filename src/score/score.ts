import type { Lexicon } from '../lexicon/types.ts';
import { type Segmented, segmentVisit } from '../segment/segment.ts';
import { version } from '../version.ts';
import type { Moment, Visit } from '../visit.ts';
import { scoreColumns } from './columns.ts';
import { flagsOf } from './flags.ts';
import { addIndices } from './formulas.ts';
import { measure } from './measures.ts';
import { answersToCues } from './responses.ts';
import { rounded } from './round.ts';

/** With all of its columns at once an object is made faster than column by column. */
const EMPTY: Score = Object.fromEntries(scoreColumns.map(({ name }) => [name, null]));

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
  const measures = measure(visit, moments, answersToCues(visit, moments, lexicon, segmented), segmented);
  if (visit.kind === 'transcript') addIndices(measures, lexicon.scoring);
  const texts: Record<string, string | null> = {
    visit_id: visit.id,
    source: visit.source,
    kind: visit.kind,
    roles: visit.roles ?? null,
    flags: flagsOf(visit, measures, lexicon, segmented),
    lexicon: lexicon.hash,
    version,
  };
  const score: Record<string, number | string | null> = { ...EMPTY };
  for (const { name, type } of scoreColumns) {
    if (type === 'text') score[name] = texts[name] ?? null;
    else {
      const value = measures[name] ?? null;
      score[name] = value === null ? null : rounded(value, type);
    }
  }
  return score;
}
