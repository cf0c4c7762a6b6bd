import type { Patterns, WordSets } from '../lexicon/types.ts';
import type { Terms } from '../segment/types.ts';

/** What patterns need besides the symbol they wait for, looked for once a sentence: of most patterns something is missing. */
export interface Needs {
  /** Takes up terms [from, to) of a sentence. */
  enter(terms: Terms, from: number, to: number): void;
  /** Whether what a pattern's row names stands before, or behind, term `at`; -1 needs nothing. */
  areMet(need: number, needToo: number, at: number): boolean;
}

/** The needs of all patterns. */
export function needsOf(patterns: Patterns, sets: WordSets): Needs {
  const numbers = new Map(Array.from(patterns.needs, (set, number) => [set, number]));
  const lists: (Int32Array | undefined)[] = new Array(sets.heldByAt.length - 1);
  const firstAt = new Int32Array(numbers.size);
  const lastAt = new Int32Array(numbers.size);
  /** The sentence in which a need was seen last. */
  const seenIn = new Int32Array(numbers.size);
  let sentence = 0;
  const listOf = (symbol: number): Int32Array => {
    const { heldBy, heldByAt } = sets;
    const list: number[] = [];
    for (let k = heldByAt[symbol]; k < heldByAt[symbol + 1]; k += 1) {
      const number = numbers.get(heldBy[k]);
      if (number !== undefined) list.push(number);
    }
    lists[symbol] = Int32Array.from(list);
    return lists[symbol];
  };
  const note = (symbol: number, at: number): void => {
    const list = lists[symbol] ?? listOf(symbol);
    for (let k = 0; k < list.length; k += 1) {
      const need = list[k];
      lastAt[need] = at;
      if (seenIn[need] === sentence) continue;
      seenIn[need] = sentence;
      firstAt[need] = at;
    }
  };
  const isMet = (need: number, at: number): boolean => {
    const number = need >> 1;
    if (seenIn[number] !== sentence) return false;
    return (need & 1) === 1 ? lastAt[number] > at : firstAt[number] < at;
  };
  return {
    enter(terms, from, to) {
      sentence = (sentence + 1) | 0;
      const { ids, phrasesAt, phrases } = terms;
      for (let at = from; at < to; at += 1) {
        note(ids[at], at);
        for (let k = phrasesAt[at]; k < phrasesAt[at + 1]; k += 1) note(phrases[k], at);
      }
    },
    areMet: (need, needToo, at) => (need < 0 || isMet(need, at)) && (needToo < 0 || isMet(needToo, at)),
  };
}
