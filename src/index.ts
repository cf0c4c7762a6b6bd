/** bedside as a library. */

import type { Lexicon } from './lexicon/types.ts';
import { findVisits, visitsOf, type WalkOptions } from './pipeline.ts';
import type { Problem } from './problem.ts';
import type { Visit } from './visit.ts';

export { loadLexicon } from './lexicon/load.ts';
export type { Lexicon } from './lexicon/types.ts';
export type { WalkOptions } from './pipeline.ts';
export { InputError, isProblem, type Problem, UsageError } from './problem.ts';
export type { ColumnMap } from './read/reader.ts';
export { type Score, scoreVisit } from './score/score.ts';
export { type Segmented, segmentVisit } from './segment/segment.ts';
export { tagVisit } from './tag/tag.ts';
export { version } from './version.ts';
export type { Kind, Moment, Part, Role, RoleOrigin, Turn, Visit } from './visit.ts';

/**
 * Reads the visits of files, folders, patterns, or `-` for standard input, with their roles; what cannot be read comes as a
 * Problem in its place. Throws UsageError for a format that does not exist.
 */
export function* readVisits(
  paths: string | readonly string[],
  lexicon: Lexicon,
  options: WalkOptions = {},
): Generator<Visit | Problem> {
  yield* visitsOf(findVisits(typeof paths === 'string' ? [paths] : paths, options.from).inputs, lexicon, options);
}
