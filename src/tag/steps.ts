import type { Lexicon } from '../lexicon/types.ts';
import { segmentVisit } from '../segment/segment.ts';
import type { Visit } from '../visit.ts';
import { matcherOf } from './match.ts';
import { tagVisit } from './tag.ts';

/**
 * Steps that the matcher takes to tag a visit whose roles are assigned: places looked at times elements tried. A measure of time
 * that no clock and no other program moves; it grows in a straight line with the text, whatever stands in it.
 */
export function countSteps(visit: Visit, lexicon: Lexicon): number {
  const segmented = segmentVisit(visit, lexicon);
  const before = matcherOf(lexicon).steps;
  tagVisit(visit, lexicon, segmented);
  return matcherOf(lexicon).steps - before;
}
