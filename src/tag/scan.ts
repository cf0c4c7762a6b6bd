import { countPatterns } from '../lexicon/flat.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { takes, vocabularyOf } from '../lexicon/vocabulary.ts';
import type { Segmented, Sentence } from '../segment/types.ts';
import type { PatternIndex, Ready } from './index-patterns.ts';
import { type Attempt, matchAt, type TagTest } from './match.ts';

/** A place where a pattern matches: terms [from, to), the sentence, and the capture's terms. */
export interface Hit {
  readonly ready: Ready;
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly capture?: readonly [number, number];
}

/** Counts the steps of all scans of this process, for the test that growth is linear. */
export const counted = { steps: 0 };

/** Where each pattern may next begin in the turn that `owner` names: behind its last match, and the starts tried before. */
let next = new Int32Array(0);
let owner = new Int32Array(0);
let turn = 0;

/** Finds every match of the indexed patterns in a turn: leftmost, non-overlapping a pattern, within sentences. */
export function scan(text: Segmented, index: PatternIndex, lexicon: Lexicon): Hit[] {
  const hits: Hit[] = [];
  const { ids, sentences } = text;
  turn = (turn + 1) & 0x7fffffff;
  if (next.length < countPatterns(lexicon.patterns)) {
    next = new Int32Array(countPatterns(lexicon.patterns));
    owner = new Int32Array(next.length);
  }
  for (let s = 0; s < sentences.length; s += 1) {
    const sentence = sentences[s];
    const attempt = attemptOn(text, sentence, lexicon);
    const { headTo } = attempt;
    // Nothing in a pattern that waits for the head need be an opener: it begins behind them.
    const present = attempt.vocabulary.present(ids, sentence.from, sentence.to);
    for (const ready of index.atHead) if (isPresent(ready, present)) tryAt(ready, headTo, headTo, s, attempt, hits);
    for (let at = sentence.from; at < sentence.to; at += 1) {
      for (const ready of index.waiting(ids[at])) {
        if (!isPresent(ready, present)) continue;
        const [fewest, most] = ready.before;
        tryAt(ready, at - most, at - fewest, s, attempt, hits);
      }
    }
    counted.steps += attempt.steps;
  }
  return hits;
}

/** Whether the sentence has something for every element that must be there: of most patterns it has not. */
function isPresent({ needs }: Ready, present: Uint32Array): boolean {
  for (let k = 0; k < needs.length; k += 1) if ((present[needs[k] >>> 5] & (1 << (needs[k] & 31))) === 0) return false;
  return true;
}

/** Tries a pattern at the starts [earliest, latest] of sentence `s` that are left; the first match is added to `hits`. */
function tryAt(ready: Ready, earliest: number, latest: number, s: number, attempt: Attempt, hits: Hit[]): void {
  const { sentence } = attempt;
  const { index, capture } = ready;
  const first = Math.max(earliest, sentence.from, owner[index] === turn ? next[index] : 0);
  const last = Math.min(latest, ready.head ? attempt.headTo : sentence.to - 1);
  if (first > last) return;
  owner[index] = turn;
  for (let start = first; start <= last; start += 1) {
    const end = matchAt(ready, start, attempt);
    next[index] = start + 1;
    if (end <= start) continue;
    next[index] = end;
    hits.push({
      ready,
      sentence: s,
      from: start,
      to: end,
      ...(capture ? { capture: [attempt.at[capture[0]], attempt.at[capture[1]] ?? end] as const } : {}),
    });
    return;
  }
}

/** Readies an attempt on one sentence; `tags` asks the tagger, `loose` is an element that any words may stand for. */
export function attemptOn(
  text: Segmented,
  sentence: Sentence,
  lexicon: Lexicon,
  { tags, loose = -1 }: { tags?: TagTest; loose?: number } = {},
): Attempt {
  const vocabulary = vocabularyOf(lexicon);
  const closers = vocabulary.set(lexicon.openers.closers);
  let tailFrom = sentence.to;
  for (let back = sentence.to - 1; back > sentence.from && back >= sentence.to - 6; back -= 1) {
    const size = takes(closers, text.ids, back, sentence.to);
    if (size > 0 && back + size >= tailFrom) tailFrom = back;
  }
  const headTo = Math.max(sentence.head, sentence.from);
  return { patterns: lexicon.patterns, vocabulary, text, sentence, headTo, tailFrom, tags, loose, at: [], steps: 0 };
}
