import type { Pattern } from '../lexicon/types.ts';
import { type RuntimeSet, takes } from '../lexicon/vocabulary.ts';
import type { Segmented, Sentence } from '../segment/types.ts';
import type { Ready } from './index-patterns.ts';

/** Whether compromise gave the term at an index the tag; undefined while no tagger has been asked: any word passes. */
export type TagTest = (term: number, tag: string) => boolean;

/** What one attempt needs and leaves: the sentence's bounds, where each element began, and the steps counted. */
export interface Attempt {
  readonly text: Segmented;
  readonly sentence: Sentence;
  /** First term after openers and trailing words that `$` looks past. */
  readonly headTo: number;
  readonly tailFrom: number;
  readonly tags?: TagTest;
  /** Where each element began in the match found; its last entry is the match's end. */
  readonly at: number[];
  /** Counted so that a test can hold the growth linear. */
  steps: number;
}

/** Places remembered as failing, by element and offset: keeps several gaps in one pattern from multiplying. */
const WINDOW = 128;
let failed = new Int32Array(64 * WINDOW);
let run = 0;

/**
 * Matches a pattern that begins at term `start`; the end (exclusive), or -1. Gaps are as short as they can be,
 * all else as long as it can be. Time is bounded by elements × the longest window, whatever the text.
 */
export function matchAt(ready: Ready, start: number, attempt: Attempt): number {
  const { pattern } = ready;
  if (pattern.head && (start > attempt.headTo || start < attempt.sentence.from)) return -1;
  run += 1;
  if (run > 2_000_000_000) {
    failed.fill(0);
    run = 1;
  }
  if (pattern.elements.length * WINDOW > failed.length) failed = new Int32Array(pattern.elements.length * WINDOW * 2);
  return from(ready.pattern, ready.sets, 0, start, start, attempt);
}

function from(
  pattern: Pattern,
  sets: readonly (RuntimeSet | undefined)[],
  element: number,
  at: number,
  start: number,
  attempt: Attempt,
): number {
  const { elements } = pattern;
  attempt.at[element] = at;
  const to = attempt.sentence.to;
  if (element === elements.length) return pattern.tail && at < attempt.tailFrom ? -1 : at;
  const slot = element * WINDOW + (at - start);
  const remembers = at - start < WINDOW;
  if (remembers && failed[slot] === run) return -1;
  attempt.steps += 1;
  const { kind, min, max, tag } = elements[element];
  const { ids } = attempt.text;
  if (kind === 'any') {
    for (let k = min; k <= max && at + k <= to; k += 1) {
      const end = from(pattern, sets, element + 1, at + k, start, attempt);
      if (end >= 0) {
        attempt.at[element] = at;
        return end;
      }
    }
  } else {
    const set = sets[element];
    const one = (k: number): number => {
      if (k >= to) return 0;
      if (kind === 'tag') return !attempt.tags || attempt.tags(k, tag ?? '') ? 1 : 0;
      if (!set) return 0;
      return kind === 'set' ? takes(set, ids, k, to) : takes(set, ids, k, to) > 0 ? 0 : 1;
    };
    if (max === 1) {
      const size = one(at);
      if (size > 0) {
        const end = from(pattern, sets, element + 1, at + size, start, attempt);
        if (end >= 0) return end;
      }
      if (min === 0) {
        const end = from(pattern, sets, element + 1, at, start, attempt);
        if (end >= 0) return end;
      }
    } else {
      const ends = [at];
      while (ends.length <= max) {
        const size = one(ends[ends.length - 1]);
        if (size === 0) break;
        ends.push(ends[ends.length - 1] + size);
      }
      for (let k = ends.length - 1; k >= min; k -= 1) {
        const end = from(pattern, sets, element + 1, ends[k], start, attempt);
        if (end >= 0) return end;
      }
    }
  }
  if (remembers) failed[slot] = run;
  return -1;
}
