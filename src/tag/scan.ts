import { grown } from '../lexicon/grown.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Segmented, Sentence } from '../segment/types.ts';
import { bitOf, ENTRY, formBit, LIST, NOTHING_WAITS, type PatternIndex, WAITING, WINDOW } from './index-patterns.ts';
import { type Matcher, matcherOf } from './match.ts';
import { ANY, NEAR, neighboursOf } from './neighbours.ts';

/** A place where a pattern matches: terms [from, to), and the sentence's index in its turn. */
export interface Hit {
  readonly pattern: number;
  readonly rule: number;
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
}

type Made = { -readonly [K in keyof Hit]: Hit[K] };

/** Finds matches sentence by sentence: leftmost, non-overlapping a pattern. */
export interface Scanner {
  /**
   * Finds the matches in a sentence of a turn: so many of `hits`, in no order that matters, until the next call. With
   * `ofAnyForm` also those of rules that its mark or form refuses.
   */
  sentence(text: Segmented, index: PatternIndex, at: number, ofAnyForm?: true): number;
  readonly hits: readonly Hit[];
  /**
   * Whether a pattern that refuses matches of its rule refuses one in the sentence that was scanned last: it matches in the
   * same sentence, and near where that has no mark. Looked for once a rule, and only for rules that match.
   */
  isExcepted(hit: Hit): boolean;
  readonly matcher: Matcher;
}

/** Exceptions reach so many words beside them where a sentence ends without a mark, and so may be several. */
const REACH = 8;
/** Patterns of all rules. */
const ALL = -1;
/** Places of all turns are counted on from the turns before; in 32 bits they start anew after so many terms. */
const MOST = 2_000_000_000;
const made = new WeakMap<Lexicon, Scanner>();

/** The scanner of a lexicon; built once. */
export function scannerOf(lexicon: Lexicon): Scanner {
  let scanner = made.get(lexicon);
  if (!scanner) {
    scanner = build(lexicon);
    made.set(lexicon, scanner);
  }
  return scanner;
}

function build(lexicon: Lexicon): Scanner {
  const { rowsAt } = lexicon.patterns;
  const matcher = matcherOf(lexicon);
  /** Where each pattern may next begin: behind its last match, and the starts tried before. Older places lie below `base`. */
  const next = new Int32Array(rowsAt.length);
  let base = 0;
  let reached = 0;
  let text: Segmented;
  let index: PatternIndex;
  let place = 0;
  let sentence: Sentence;
  /** Bits of the sentence's mark and form; all where patterns are to be tried whatever these are. */
  let form = -1;
  /** The sentence's matches, behind them what refuses some; objects are used again, since most are refused at once. */
  const hits: Made[] = [];
  let found = 0;
  // Where what refuses may stand, and what waits there: asked only for rules that match.
  let count = 0;
  let places: Int32Array = new Int32Array(64);
  let ends: Int32Array = new Int32Array(64);
  let numbers: Int32Array = new Int32Array(64);
  const near = neighboursOf(lexicon);
  const { places: nearAt } = near;
  /** By rule, where among `hits` stands what refuses its matches in the sentence, and the scan in which that was found. */
  const refusalsFrom = new Int32Array(lexicon.rules.length);
  const refusalsTo = new Int32Array(lexicon.rules.length);
  const refusedIn = new Int32Array(lexicon.rules.length);
  let scans = 0;

  const keep = (pattern: number, rule: number, from: number, to: number): void => {
    if (found === hits.length) hits.push({ pattern: 0, rule: 0, sentence: 0, from: 0, to: 0 });
    const hit = hits[found];
    found += 1;
    hit.pattern = pattern;
    hit.rule = rule;
    hit.sentence = place;
    hit.from = from;
    hit.to = to;
  };
  const tryAt = (pattern: number, rule: number, earliest: number, latest: number, first: number): void => {
    const { ids } = text.terms;
    const left = next[pattern] - base;
    for (let start = Math.max(left, earliest); start <= latest; start += 1) {
      if (first !== ANY && !holds(first, ids[start])) continue;
      const to = matcher.matchAt(pattern, start);
      if (to <= start) continue;
      next[pattern] = base + to;
      keep(pattern, rule, start, to);
      return;
    }
    if (latest >= left) next[pattern] = base + latest + 1;
  };
  /** Whether a word is among those of `neighbours` that begin there. */
  const holds = (from: number, word: number): boolean => (near.bits[from + (word >>> 5)] & (1 << (word & 31))) !== 0;
  /** Whether the words before and behind what a pattern waits for are such as it needs there. */
  const mayStand = (pattern: number, before: number, behind: number): boolean => {
    const places = pattern * NEAR.size;
    if (nearAt[places] < ANY) near.ready(pattern);
    const first = nearAt[places + NEAR.before];
    if (first !== ANY && !holds(first, before)) return false;
    const last = nearAt[places + NEAR.behind];
    return last === ANY || holds(last, behind);
  };
  /** Tries the patterns of a list, of one rule or of all, that waited for what stands at the terms from `at` to `behind`. */
  const tryList = (numbers: number, at: number, behind: number, only: number): void => {
    const { waiting, entries: list } = index;
    const isFar = at - matcher.headTo > waiting[numbers + LIST.reach];
    const last = waiting[numbers + (isFar ? LIST.headFrom : LIST.to)];
    const { ids } = text.terms;
    const before = at > sentence.from ? ids[at - 1] : 0;
    const after = behind < sentence.to ? ids[behind] : 0;
    for (let k = waiting[numbers + LIST.from]; k < last; k += ENTRY.size) {
      if ((list[k + ENTRY.forms] & form) === 0) continue;
      const rule = list[k + ENTRY.rule];
      if (only !== ALL && only !== rule) continue;
      const window = list[k + ENTRY.window];
      let latest = at - (window & WINDOW.fewest);
      if ((window & WINDOW.head) !== 0 && latest > matcher.headTo) latest = matcher.headTo;
      const earliest = Math.max(at - ((window >> WINDOW.mostAt) & WINDOW.most), sentence.from);
      const pattern = list[k + ENTRY.pattern];
      if (earliest > latest || !mayStand(pattern, before, after)) continue;
      tryAt(pattern, rule, earliest, latest, nearAt[pattern * NEAR.size + NEAR.first]);
    }
  };
  const tryHead = (list: Int32Array, only: number): void => {
    for (let k = 0; k < list.length; k += ENTRY.size) {
      if ((list[k + ENTRY.forms] & form) === 0) continue;
      const rule = list[k + ENTRY.rule];
      if (only === ALL || only === rule) tryAt(list[k + ENTRY.pattern], rule, matcher.headTo, matcher.headTo, ANY);
    }
  };
  /** What stands at a term: patterns that wait for it are tried, those that refuse noted. */
  const meet = (symbol: number, term: number, behind: number): void => {
    const number = index.waitsFor[symbol] || index.ready(symbol);
    if (number === NOTHING_WAITS) return;
    const { waiting } = index;
    const at = number * WAITING.size;
    if ((waiting[at + WAITING.forms] & form) !== 0) tryList(at + WAITING.matching, term, behind, ALL);
    if (waiting[at + WAITING.refused] === 0) return;
    if (count === places.length) {
      places = grown(places, count * 2);
      ends = grown(ends, count * 2);
      numbers = grown(numbers, count * 2);
    }
    places[count] = term;
    ends[count] = behind;
    numbers[count] = at;
    count += 1;
  };
  const findRefusals = (rule: number): void => {
    refusedIn[rule] = scans;
    refusalsFrom[rule] = found;
    const bit = bitOf(rule);
    tryHead(index.refusingAtHead, rule);
    for (let k = 0; k < count; k += 1) {
      if ((index.waiting[numbers[k] + WAITING.refused] & bit) === 0) continue;
      tryList(numbers[k] + WAITING.refusing, places[k], ends[k], rule);
    }
    refusalsTo[rule] = found;
  };
  return {
    matcher,
    hits,
    sentence(ofTurn, patterns, at, ofAnyForm) {
      text = ofTurn;
      index = patterns;
      place = at;
      sentence = text.sentences[at];
      form = ofAnyForm ? -1 : formBit(sentence);
      // Nothing that was noted before may be taken for this sentence's.
      base = reached - sentence.from;
      reached += sentence.to - sentence.from + 1;
      if (reached > MOST) {
        next.fill(0);
        reached = sentence.to - sentence.from + 1;
        base = -sentence.from;
      }
      found = 0;
      count = 0;
      scans = (scans + 1) | 0;
      const { from, to } = sentence;
      const { ids, phrasesAt, phrases, sizes } = text.terms;
      matcher.enter(text, sentence);
      if (index.atHead.length > 0) tryHead(index.atHead, ALL);
      for (let term = from; term < to; term += 1) {
        meet(ids[term], term, term + 1);
        const last = phrasesAt[term + 1];
        for (let k = phrasesAt[term]; k < last; k += 1) {
          if (term + sizes[k] <= to) meet(phrases[k], term, term + sizes[k]);
        }
      }
      return found;
    },
    isExcepted({ rule, from, to }) {
      if (lexicon.rules[rule].except.length === 0) return false;
      if (refusedIn[rule] !== scans) findRefusals(rule);
      const last = refusalsTo[rule];
      if (sentence.mark !== '') return last > refusalsFrom[rule];
      for (let k = refusalsFrom[rule]; k < last; k += 1) {
        if (hits[k].from < to + REACH && from < hits[k].to + REACH) return true;
      }
      return false;
    },
  };
}
