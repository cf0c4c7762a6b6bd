import type { Lexicon } from '../lexicon/types.ts';
import type { Segmented, Sentence, Terms } from '../segment/types.ts';
import { ANY_FORM, formOf, type PatternIndex } from './index-patterns.ts';
import { type Matcher, matcherOf } from './match.ts';
import { NEAR, neighboursOf } from './neighbours.ts';
import { bitOf, ENTRY, halfOf, LIST, type Lists, NONE, WINDOW } from './pattern-lists.ts';

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
/** Numbers of a note: a list of patterns that refuse, and the term where what they wait for begins, and the one behind it. */
enum NOTE {
  list = 0,
  at = 1,
  behind = 2,
  size = 3,
}
/** In place of a rule. */
enum RULES {
  all = -1,
}
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
  const near = neighboursOf(lexicon);
  /** Where each pattern may next begin: behind its last match, and the starts tried before. Older places lie below `base`. */
  const next = new Int32Array(rowsAt.length);
  let base = 0;
  let reached = 0;
  let terms: Terms;
  let index: PatternIndex;
  let place = 0;
  let sentence: Sentence;
  let headTo = 0;
  /** The sentence's matches, behind them what refuses some; objects are used again, since most are refused at once. */
  const hits: Made[] = [];
  let found = 0;
  /** Where in the sentence patterns that refuse may stand, and which: so many numbers of `notes`, as `NOTE` says. */
  let noted = 0;
  let notes: Int32Array = new Int32Array(256);
  /** Bits of the rules whose matches these may refuse, and whose matches a symbol alone refuses; gathered when a match first asks. */
  const refused = { in: 0, low: 0, high: 0, alone: 0 };
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
  /** Tries a pattern at the terms from `earliest` to `latest`; a match begins with one of the words of the row `first`. */
  const tryAt = (pattern: number, rule: number, earliest: number, latest: number, first: number): void => {
    const { ids } = terms;
    const { bits } = near;
    const left = next[pattern] - base;
    for (let start = Math.max(left, earliest); start <= latest; start += 1) {
      const word = ids[start];
      if (((bits[first + (word >>> 5)] >>> (word & 31)) & 1) === 0) continue;
      const to = matcher.matchAt(pattern, start);
      if (to <= start) continue;
      next[pattern] = base + to;
      keep(pattern, rule, start, to);
      return;
    }
    if (latest >= left) next[pattern] = base + latest + 1;
  };
  /** Tries the patterns of a list, of one rule or of all, that wait for what stands at the terms from `at` to `behind`. */
  const tryList = ({ entries }: Lists, list: number, at: number, behind: number, only: number): void => {
    const last = entries[list + (at - headTo > entries[list + LIST.reach] ? LIST.headFrom : LIST.to)];
    const { from, to } = sentence;
    const { ids } = terms;
    const before = at > from ? ids[at - 1] : 0;
    const after = behind < to ? ids[behind] : 0;
    let { bits } = near;
    for (let k = list + LIST.size; k < last; k += ENTRY.size) {
      if (only !== RULES.all && only !== entries[k + ENTRY.rule]) continue;
      if (entries[k + ENTRY.before] === NONE.unread) {
        readNear(entries, k);
        ({ bits } = near);
      }
      // Most are refused by a word beside them: one branch for both sides.
      const ahead = bits[entries[k + ENTRY.before] + (before >>> 5)] >>> (before & 31);
      const follows = bits[entries[k + ENTRY.behind] + (after >>> 5)] >>> (after & 31);
      if ((ahead & follows & 1) === 0) continue;
      const window = entries[k + ENTRY.window];
      let latest = at - (window & WINDOW.fewest);
      if ((window & WINDOW.head) !== 0 && latest > headTo) latest = headTo;
      const earliest = Math.max(at - ((window >> WINDOW.mostAt) & WINDOW.most), from);
      if (earliest > latest) continue;
      tryAt(entries[k + ENTRY.pattern], entries[k + ENTRY.rule], earliest, latest, entries[k + ENTRY.first]);
    }
  };
  const readNear = (entries: Int32Array, k: number): void => {
    const pattern = entries[k + ENTRY.pattern];
    near.ready(pattern);
    const { places } = near;
    entries[k + ENTRY.before] = places[pattern * NEAR.size + NEAR.before];
    entries[k + ENTRY.behind] = places[pattern * NEAR.size + NEAR.behind];
    entries[k + ENTRY.first] = places[pattern * NEAR.size + NEAR.first];
  };
  const tryHead = ({ entries, atHead }: Lists, only: number): void => {
    const last = entries[atHead + LIST.to];
    for (let k = atHead + LIST.size; k < last; k += ENTRY.size) {
      const rule = entries[k + ENTRY.rule];
      if (only === RULES.all || only === rule) tryAt(entries[k + ENTRY.pattern], rule, headTo, headTo, 0);
    }
  };
  const gather = (): void => {
    const { entries, atHead } = index.refusing;
    let low = entries[atHead + LIST.low];
    let high = entries[atHead + LIST.high];
    let alone = 0;
    for (let k = 0; k < noted; k += NOTE.size) {
      const list = notes[k + NOTE.list];
      low |= entries[list + LIST.low];
      high |= entries[list + LIST.high];
      alone |= entries[list + LIST.alone];
    }
    refused.in = scans;
    refused.low = low;
    refused.high = high;
    refused.alone = alone;
  };
  /** Finds what refuses matches of a rule; where one is as good as all, no more than the first. */
  const findRefusals = (rule: number, one: boolean): void => {
    refusedIn[rule] = scans;
    refusalsFrom[rule] = found;
    const { refusing } = index;
    const { entries, atHead } = refusing;
    const half = halfOf(rule);
    const bit = bitOf(rule);
    if ((entries[atHead + half] & bit) !== 0) tryHead(refusing, rule);
    for (let k = 0; k < noted && !(one && found > refusalsFrom[rule]); k += NOTE.size) {
      const list = notes[k + NOTE.list];
      if ((entries[list + half] & bit) !== 0) tryList(refusing, list, notes[k + NOTE.at], notes[k + NOTE.behind], rule);
    }
    refusalsTo[rule] = found;
  };
  return {
    matcher,
    hits,
    sentence(ofTurn, patterns, at, ofAnyForm) {
      ({ terms } = ofTurn);
      index = patterns;
      place = at;
      sentence = ofTurn.sentences[at];
      const { from, to } = sentence;
      // Nothing that was noted before may be taken for this sentence's.
      base = reached - from;
      reached += to - from + 1;
      if (reached > MOST) {
        next.fill(0);
        reached = to - from + 1;
        base = -from;
      }
      found = 0;
      scans = (scans + 1) | 0;
      const { ids, phrasesAt, phrases, sizes } = terms;
      matcher.enter(ofTurn, sentence);
      headTo = matcher.headTo;
      const { of, matching, ready } = patterns.waits(ofAnyForm ? ANY_FORM : formOf(sentence));
      tryHead(matching, RULES.all);
      const most = (to - from + phrasesAt[to] - phrasesAt[from]) * NOTE.size;
      if (notes.length < most) notes = new Int32Array(most * 2);
      const noteAt = notes;
      let count = 0;
      for (let term = from; term < to; term += 1) {
        let symbol = ids[term];
        let behind = term + 1;
        const last = phrasesAt[term + 1];
        for (let k = phrasesAt[term]; ; k += 1) {
          if (of[2 * symbol] === NONE.unknown) ready(symbol);
          const list = of[2 * symbol];
          const refusals = of[2 * symbol + 1];
          noteAt[count] = refusals;
          noteAt[count + NOTE.at] = term;
          noteAt[count + NOTE.behind] = behind;
          // One note more where there is a list, without a branch.
          count += ((NONE.empty - refusals) >>> 31) * NOTE.size;
          if (list !== NONE.empty) tryList(matching, list, term, behind, RULES.all);
          while (k < last && term + sizes[k] > to) k += 1;
          if (k >= last) break;
          symbol = phrases[k];
          behind = term + sizes[k];
        }
      }
      noted = count;
      return found;
    },
    isExcepted({ rule, from, to }) {
      const { has, aloneOf } = index.refusing;
      if (has[rule] === 0) return false;
      if (refused.in !== scans) gather();
      const isMarked = sentence.mark !== '';
      if (isMarked && (refused.alone & aloneOf[rule]) !== 0) return true;
      if (((halfOf(rule) === LIST.low ? refused.low : refused.high) & bitOf(rule)) === 0) return false;
      if (refusedIn[rule] !== scans) findRefusals(rule, isMarked);
      const last = refusalsTo[rule];
      if (isMarked) return last > refusalsFrom[rule];
      for (let k = refusalsFrom[rule]; k < last; k += 1) {
        if (hits[k].from < to + REACH && from < hits[k].to + REACH) return true;
      }
      return false;
    },
  };
}
