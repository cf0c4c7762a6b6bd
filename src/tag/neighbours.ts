import { KIND, ROW, WIDE } from '../lexicon/flat.ts';
import type { Lexicon } from '../lexicon/types.ts';

/** Words that may stand right before, or behind, what a pattern waits for, as bits; undefined where any may, or none need. */
export interface Neighbours {
  readonly before: Uint32Array | undefined;
  readonly behind: Uint32Array | undefined;
  /** Words that a match may begin with. */
  readonly first: Uint32Array | undefined;
}

/** Finds a pattern's neighbours out of its elements: of most places where its anchor stands one look at them says no. */
export function neighboursOf({ patterns, sets, words }: Lexicon, pattern: number): Neighbours {
  const { rows, rowsAt, elements } = patterns;
  const row = rowsAt[pattern];
  const size = rowsAt[pattern + 1] - row - ROW.elements;
  const anchor = rows[row + ROW.anchor];
  const collect = (from: number, step: 1 | -1, skips: boolean): Uint32Array | undefined => {
    const bits = new Uint32Array((words.length + 32) >>> 5);
    const add = (list: Int32Array, at: Int32Array, set: number): void => {
      for (let k = at[set]; k < at[set + 1]; k += 1) bits[list[k] >>> 5] |= 1 << (list[k] & 31);
    };
    const addSet = (set: number): void => {
      add(sets.words, sets.wordsAt, set);
      if (step > 0) add(sets.starts, sets.startsAt, set);
      else add(sets.ends, sets.endsAt, set);
    };
    for (let e = from; e >= 0 && e < size; e += step) {
      const at = rows[row + ROW.elements + e] * WIDE;
      const [kind, set, min, max] = elements.subarray(at, at + WIDE);
      if (kind !== KIND.set) return undefined;
      const isOwn = skips && e === from;
      if (!isOwn || max > 1) addSet(set);
      if (!isOwn && min > 0) return bits;
    }
    return undefined;
  };
  const first = anchor === 0 ? undefined : collect(0, 1, false);
  if (anchor < 0) return { before: undefined, behind: undefined, first };
  return { before: collect(anchor, -1, true), behind: collect(anchor, 1, true), first };
}
