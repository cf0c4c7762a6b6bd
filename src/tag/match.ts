import { FLAG, KIND, ROW, WIDE } from '../lexicon/flat.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { takes, takesIn, vocabularyOf } from '../lexicon/vocabulary.ts';
import type { Segmented, Sentence, Terms } from '../segment/types.ts';

/** Whether compromise gave the term at an index the tag; undefined while no tagger has been asked: any word passes. */
export type TagTest = (term: number, tag: string) => boolean;

/** Tries patterns at terms of one sentence after the other. */
export interface Matcher {
  /**
   * Takes up a sentence. `tags` asks the tagger; `loose` is an element that any words may stand for, two at most, to find what
   * nearly matches.
   */
  enter(text: Segmented, sentence: Sentence, options?: { tags?: TagTest; loose?: number }): void;
  /**
   * Matches a pattern that begins at term `start`; the end (exclusive), or -1. Gaps are as short as they can be, all else
   * as long as it can be. Time is bounded by elements × the longest window, whatever the text.
   */
  matchAt(pattern: number, start: number): number;
  /** First term after openers: where `^` stands. */
  headTo: number;
  /** Counted so that a test can hold the growth linear. */
  steps: number;
}

/** Places remembered as failing, by element and offset: keeps several gaps in one pattern from multiplying. */
const WINDOW = 128;
/** `$` looks past so many closing words. */
const CLOSING = 6;

const made = new WeakMap<Lexicon, Matcher>();

/** The matcher of a lexicon; built once. */
export function matcherOf(lexicon: Lexicon): Matcher {
  let matcher = made.get(lexicon);
  if (!matcher) {
    matcher = build(lexicon);
    made.set(lexicon, matcher);
  }
  return matcher;
}

function build(lexicon: Lexicon): Matcher {
  const { rows, rowsAt, elements, tags: tagNames } = lexicon.patterns;
  const vocabulary = vocabularyOf(lexicon);
  const { held } = vocabulary;
  const { bits, width } = held;
  const { startsAt } = lexicon.sets;
  const closers = vocabulary.set(lexicon.openers.closers);
  let longest = 0;
  for (let k = 1; k < rowsAt.length; k += 1) longest = Math.max(longest, rowsAt[k] - rowsAt[k - 1]);
  const failed = new Int32Array(longest * WINDOW);
  let run = 0;
  let terms: Terms;
  let headFrom = 0;
  let end = 0;
  /** Where `$` may stand; -1 while nobody has asked. */
  let tailFrom = -1;
  let tags: TagTest | undefined;
  let loose = -1;
  // The pattern under way.
  let first = 0;
  let size = 0;
  let start = 0;
  let isTailed = false;
  let remembers = false;

  /** Terms that one occurrence of an element takes at a term; 0 where it takes none. */
  const one = (row: number, at: number): number => {
    if (at >= end) return 0;
    const kind = elements[row];
    if (kind === KIND.tag) return !tags || tags(at, tagNames[elements[row + 1]]) ? 1 : 0;
    const set = elements[row + 1];
    let taken = 0;
    // Most sets hold no phrases, and at most terms none begins.
    if (startsAt[set + 1] > startsAt[set] && terms.phrasesAt[at + 1] > terms.phrasesAt[at]) {
      taken = takesIn(held, set, terms, at, end);
    } else {
      const word = terms.ids[at];
      taken = (bits[set * width + (word >>> 5)] >>> (word & 31)) & 1;
    }
    return kind === KIND.set ? taken : taken > 0 ? 0 : 1;
  };
  const tail = (): number => {
    if (tailFrom >= 0) return tailFrom;
    tailFrom = end;
    for (let back = end - 1; back > headFrom && back >= end - CLOSING; back -= 1) {
      const taken = takes(closers, terms, back, end);
      if (taken > 0 && back + taken >= tailFrom) tailFrom = back;
    }
    return tailFrom;
  };
  const from = (element: number, place: number): number => {
    let e = element;
    let at = place;
    for (;;) {
      if (e === size) return isTailed && at < tail() ? -1 : at;
      matcher.steps += 1;
      const row = rows[first + e] * WIDE;
      if (elements[row + 2] !== 1 || elements[row + 3] !== 1 || e === loose || elements[row] === KIND.any) break;
      const taken = one(row, at);
      if (taken === 0) return -1;
      at += taken;
      e += 1;
    }
    const slot = e * WINDOW + (at - start);
    const known = remembers && at - start < WINDOW;
    if (known && failed[slot] === run) return -1;
    const found = choose(e, at);
    if (found < 0 && known) failed[slot] = run;
    return found;
  };
  /** An element that may take more or less. */
  const choose = (e: number, at: number): number => {
    const row = rows[first + e] * WIDE;
    const isLoose = e === loose;
    if (isLoose || elements[row] === KIND.any) {
      const most = isLoose ? 2 : elements[row + 3];
      for (let k = isLoose ? 0 : elements[row + 2]; k <= most && at + k <= end; k += 1) {
        const found = from(e + 1, at + k);
        if (found >= 0) return found;
      }
      return -1;
    }
    return several(e, row, at, 0);
  };
  const several = (e: number, row: number, at: number, count: number): number => {
    if (count < elements[row + 3]) {
      const taken = one(row, at);
      const found = taken > 0 ? several(e, row, at + taken, count + 1) : -1;
      if (found >= 0) return found;
    }
    return count >= elements[row + 2] ? from(e + 1, at) : -1;
  };
  const matcher: Matcher = {
    headTo: 0,
    steps: 0,
    enter(text, sentence, options) {
      terms = text.terms;
      end = sentence.to;
      headFrom = sentence.from;
      matcher.headTo = Math.max(sentence.head, sentence.from);
      tailFrom = -1;
      tags = options?.tags;
      loose = options?.loose ?? -1;
    },
    matchAt(pattern, at) {
      const row = rowsAt[pattern];
      const flags = rows[row + ROW.flags];
      if ((flags & FLAG.head) !== 0 && (at > matcher.headTo || at < headFrom)) return -1;
      first = row + ROW.elements;
      size = rowsAt[pattern + 1] - first;
      start = at;
      isTailed = (flags & FLAG.tail) !== 0;
      remembers = (flags & FLAG.branches) !== 0 || loose >= 0;
      run += 1;
      if (run > 2_000_000_000) {
        failed.fill(0);
        run = 1;
      }
      return from(0, at);
    },
  };
  return matcher;
}
