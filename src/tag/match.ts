import { KIND, WIDE } from '../lexicon/flat.ts';
import type { Patterns } from '../lexicon/types.ts';
import { takes, type Vocabulary } from '../lexicon/vocabulary.ts';
import type { Segmented, Sentence } from '../segment/types.ts';
import type { Ready } from './index-patterns.ts';

/** Whether compromise gave the term at an index the tag; undefined while no tagger has been asked: any word passes. */
export type TagTest = (term: number, tag: string) => boolean;

/** What one attempt needs and leaves: the sentence's bounds, where each element began, and the steps counted. */
export interface Attempt {
  readonly patterns: Patterns;
  readonly vocabulary: Vocabulary;
  readonly text: Segmented;
  readonly sentence: Sentence;
  /** First term after openers and trailing words that `$` looks past. */
  readonly headTo: number;
  readonly tailFrom: number;
  readonly tags: TagTest | undefined;
  /** An element that any words may stand for, two at most; -1 for none. */
  readonly loose: number;
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
  if (ready.head && (start > attempt.headTo || start < attempt.sentence.from)) return -1;
  run += 1;
  if (run > 2_000_000_000) {
    failed.fill(0);
    run = 1;
  }
  if (ready.size * WINDOW > failed.length) failed = new Int32Array(ready.size * WINDOW * 2);
  return from(ready, 0, start, start, attempt);
}

function from(ready: Ready, element: number, at: number, start: number, attempt: Attempt): number {
  attempt.at[element] = at;
  if (element === ready.size) return ready.tail && at < attempt.tailFrom ? -1 : at;
  const slot = element * WINDOW + (at - start);
  const remembers = at - start < WINDOW;
  if (remembers && failed[slot] === run) return -1;
  attempt.steps += 1;
  const { rows, elements } = attempt.patterns;
  const row = rows[ready.first + element] * WIDE;
  const loose = element === attempt.loose;
  const min = loose ? 0 : elements[row + 2];
  const max = loose ? 2 : elements[row + 3];
  if (loose || elements[row] === KIND.any) {
    const to = attempt.sentence.to;
    for (let k = min; k <= max && at + k <= to; k += 1) {
      const end = from(ready, element + 1, at + k, start, attempt);
      if (end >= 0) {
        attempt.at[element] = at;
        return end;
      }
    }
  } else if (max === 1) {
    const size = one(row, at, attempt);
    if (size > 0) {
      const end = from(ready, element + 1, at + size, start, attempt);
      if (end >= 0) return end;
    }
    if (min === 0) {
      const end = from(ready, element + 1, at, start, attempt);
      if (end >= 0) return end;
    }
  } else {
    const ends = [at];
    while (ends.length <= max) {
      const size = one(row, ends[ends.length - 1], attempt);
      if (size === 0) break;
      ends.push(ends[ends.length - 1] + size);
    }
    for (let k = ends.length - 1; k >= min; k -= 1) {
      const end = from(ready, element + 1, ends[k], start, attempt);
      if (end >= 0) return end;
    }
  }
  if (remembers) failed[slot] = run;
  return -1;
}

/** Terms that one occurrence of an element takes at a term; 0 where it takes none. */
function one(row: number, at: number, attempt: Attempt): number {
  const { sentence, text, patterns, vocabulary, tags } = attempt;
  if (at >= sentence.to) return 0;
  const { elements } = patterns;
  const kind = elements[row];
  if (kind === KIND.tag) return !tags || tags(at, patterns.tags[elements[row + 1]]) ? 1 : 0;
  const size = takes(vocabulary.set(elements[row + 1]), text.ids, at, sentence.to);
  return kind === KIND.set ? size : size > 0 ? 0 : 1;
}
