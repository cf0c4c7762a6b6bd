import { ELEMENT, FLAG, KIND, ROW, TIMES, WHAT } from '../lexicon/flat.ts';
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

enum REACH {
  /** Places remembered as failing, by element and offset: keeps several gaps in one pattern from multiplying. */
  window = 128,
  /** `$` looks past so many closing words. */
  closing = 6,
}

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
  const { rows, rowsAt, tags: tagNames } = lexicon.patterns;
  const vocabulary = vocabularyOf(lexicon);
  const { held } = vocabulary;
  const { bits, width } = held;
  const closers = vocabulary.set(lexicon.openers.closers);
  let longest = 0;
  for (let k = 1; k < rowsAt.length; k += 1) longest = Math.max(longest, rowsAt[k] - rowsAt[k - 1]);
  const failed = new Int32Array((longest / ELEMENT.size + 1) * REACH.window);
  let run = 0;
  let terms: Terms;
  let headFrom = 0;
  let headTo = 0;
  let end = 0;
  /** Where `$` may stand; -1 while nobody has asked. */
  let tailFrom = -1;
  let tags: TagTest | undefined;
  let looseElement = -1;
  // The pattern under way: where its elements stand in `rows`, and the one that is loose.
  let first = 0;
  let last = 0;
  let loose = -1;
  let start = 0;
  let isTailed = false;
  let remembers = false;

  /** Terms that one occurrence of an element takes at a term; 0 where it takes none. */
  const one = (what: number, at: number): number => {
    if (at >= end) return 0;
    const kind = what & WHAT.kind;
    if (kind === KIND.tag) return !tags || tags(at, tagNames[what >>> ELEMENT.setAt]) ? 1 : 0;
    let taken = 0;
    // Most sets hold no phrases, and at most terms none begins.
    if ((what & WHAT.phrased) !== 0 && terms.phrasesAt[at + 1] > terms.phrasesAt[at]) {
      taken = takesIn(held, what >>> ELEMENT.setAt, terms, at, end);
    } else {
      const word = terms.ids[at];
      taken = (bits[(what >>> ELEMENT.setAt) * width + (word >>> 5)] >>> (word & 31)) & 1;
    }
    return kind === KIND.set ? taken : taken > 0 ? 0 : 1;
  };
  const tail = (): number => {
    if (tailFrom >= 0) return tailFrom;
    tailFrom = end;
    for (let back = end - 1; back > headFrom && back >= end - REACH.closing; back -= 1) {
      const taken = takes(closers, terms, back, end);
      if (taken > 0 && back + taken >= tailFrom) tailFrom = back;
    }
    return tailFrom;
  };
  const from = (element: number, place: number): number => {
    let e = element;
    let at = place;
    for (;;) {
      if (e === last) return isTailed && at < tail() ? -1 : at;
      matcher.steps += 1;
      const what = rows[e];
      if (e === loose) break;
      if ((what & WHAT.once) !== 0) {
        const taken = one(what, at);
        if (taken === 0) return -1;
        at += taken;
      } else {
        if ((what & WHAT.kind) !== KIND.any) break;
        // A gap is as short as it can be: there is nothing to choose where it has one length, or nothing behind it.
        const times = rows[e + 1];
        const least = times & TIMES.fewest;
        if (least !== times >>> TIMES.mostAt && (isTailed || e + ELEMENT.size !== last)) break;
        at += least;
        if (at > end) return -1;
      }
      e += ELEMENT.size;
    }
    const slot = ((e - first) >> 1) * REACH.window + (at - start);
    const known = remembers && at - start < REACH.window;
    if (known && failed[slot] === run) return -1;
    const found = choose(e, at);
    if (found < 0 && known) failed[slot] = run;
    return found;
  };
  /** An element that may take more or less. */
  const choose = (e: number, at: number): number => {
    const isLoose = e === loose;
    if (!isLoose && (rows[e] & WHAT.kind) !== KIND.any) return several(e, at, 0);
    const least = isLoose ? 0 : rows[e + 1] & TIMES.fewest;
    const most = isLoose ? 2 : rows[e + 1] >>> TIMES.mostAt;
    for (let k = least; k <= most && at + k <= end; k += 1) {
      const found = from(e + ELEMENT.size, at + k);
      if (found >= 0) return found;
    }
    return -1;
  };
  const several = (e: number, at: number, count: number): number => {
    const times = rows[e + 1];
    if (count < times >>> TIMES.mostAt) {
      const taken = one(rows[e], at);
      const found = taken > 0 ? several(e, at + taken, count + 1) : -1;
      if (found >= 0) return found;
    }
    return count >= (times & TIMES.fewest) ? from(e + ELEMENT.size, at) : -1;
  };
  const matcher: Matcher = {
    headTo: 0,
    steps: 0,
    enter(text, sentence, options) {
      terms = text.terms;
      end = sentence.to;
      headFrom = sentence.from;
      headTo = Math.max(sentence.head, sentence.from);
      matcher.headTo = headTo;
      tailFrom = -1;
      tags = options?.tags;
      looseElement = options?.loose ?? -1;
    },
    matchAt(pattern, at) {
      const row = rowsAt[pattern];
      const flags = rows[row + ROW.flags];
      if ((flags & FLAG.head) !== 0 && (at > headTo || at < headFrom)) return -1;
      first = row + ROW.elements;
      last = rowsAt[pattern + 1];
      loose = looseElement < 0 ? -1 : first + looseElement * ELEMENT.size;
      start = at;
      isTailed = (flags & FLAG.tail) !== 0;
      remembers = (flags & FLAG.branches) !== 0 || loose >= 0;
      run += 1;
      if (run > 2_000_000_000) {
        failed.fill(0);
        run = 1;
      }
      return from(first, at);
    },
  };
  return matcher;
}
