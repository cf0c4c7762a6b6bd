import { ELEMENT, KIND, ROW, TIMES, WHAT } from '../lexicon/flat.ts';
import { grown } from '../lexicon/grown.ts';
import type { Lexicon } from '../lexicon/types.ts';

/** Numbers of a pattern in `Neighbours.places`. */
export enum NEAR {
  before = 0,
  behind = 1,
  first = 2,
  size = 3,
}
/** The row of all words, and of none: any may stand there. */
const ANY = 0;
const UNKNOWN = -1;

/**
 * Words that may stand right before, or right behind, what a pattern waits for, and words that a match may begin with, as bits:
 * of most places where its anchor stands one look at them says no.
 */
export interface Neighbours {
  /** Where in `bits` the row of the words of a pattern begins, 0 for the row of all. To be read after `ready`. */
  readonly places: Int32Array;
  bits: Uint32Array;
  /** Sees to it that a pattern's places are known. */
  readonly ready: (pattern: number) => void;
}

/** The neighbours of all patterns, each found out of the pattern's elements at first need; equal ones once. */
export function neighboursOf({ patterns, sets, words }: Lexicon): Neighbours {
  const { rows, rowsAt } = patterns;
  const width = (words.length + 32) >>> 5;
  const places = new Int32Array((rowsAt.length - 1) * NEAR.size).fill(UNKNOWN);
  const known = new Map<string, number>();
  let used = width;
  const add = (at: number, list: Int32Array, from: number, to: number): void => {
    for (let k = from; k < to; k += 1) near.bits[at + (list[k] >>> 5)] |= 1 << (list[k] & 31);
  };
  /** The words of sets, of their phrases those that stand first or last. */
  const wordsOf = (taken: readonly number[], step: 1 | -1): number => {
    const key = `${step} ${taken.join(' ')}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const at = used;
    used += width;
    if (used > near.bits.length) near.bits = grown(near.bits, used * 2);
    for (const set of taken) {
      add(at, sets.words, sets.wordsAt[set], sets.wordsAt[set + 1]);
      if (step > 0) add(at, sets.starts, sets.startsAt[set], sets.startsAt[set + 1]);
      else add(at, sets.ends, sets.endsAt[set], sets.endsAt[set + 1]);
    }
    known.set(key, at);
    return at;
  };
  /** What stands at element `from`, or beside it where it is passed over itself, read in the direction of `step`. */
  const collect = (pattern: number, from: number, step: 1 | -1, isPassed: boolean): number => {
    const first = rowsAt[pattern] + ROW.elements;
    const size = (rowsAt[pattern + 1] - first) / ELEMENT.size;
    const taken: number[] = [];
    for (let e = from; e >= 0 && e < size; e += step) {
      const what = rows[first + e * ELEMENT.size];
      const times = rows[first + e * ELEMENT.size + 1];
      if ((what & WHAT.kind) !== KIND.set) return ANY;
      const isOwn = isPassed && e === from;
      if (!isOwn || times >>> TIMES.mostAt > 1) taken.push(what >>> ELEMENT.setAt);
      if (!isOwn && (times & TIMES.fewest) > 0) return wordsOf(taken, step);
    }
    return ANY;
  };
  const near: Neighbours = {
    places,
    bits: new Uint32Array(width * 64).fill(-1, 0, width),
    ready(pattern) {
      const at = pattern * NEAR.size;
      if (places[at] !== UNKNOWN) return;
      const anchor = rows[rowsAt[pattern] + ROW.anchor];
      places[at + NEAR.before] = anchor < 0 ? ANY : collect(pattern, anchor, -1, true);
      places[at + NEAR.behind] = anchor < 0 ? ANY : collect(pattern, anchor, 1, true);
      places[at + NEAR.first] = anchor === 0 ? ANY : collect(pattern, 0, 1, false);
    },
  };
  return near;
}
