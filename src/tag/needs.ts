import type { Patterns } from '../lexicon/types.ts';
import type { Terms } from '../segment/types.ts';

/** What patterns need besides the symbol they wait for, looked for once a sentence: of most patterns something is missing. */
export interface Needs {
  /** Takes up terms [from, to) of a sentence. */
  enter(terms: Terms, from: number, to: number): void;
  /** Whether what a pattern's row names stands before, or behind, term `at`; -1 needs nothing. */
  areMet(need: number, needToo: number, at: number): boolean;
}

/** The needs of all patterns. */
export function needsOf({ needs, meets, meetsAt }: Patterns): Needs {
  const firstAt = new Int32Array(needs.length);
  const lastAt = new Int32Array(needs.length);
  /** The sentence in which a need was seen last. */
  const seenIn = new Int32Array(needs.length);
  let sentence = 0;
  const note = (symbol: number, at: number): void => {
    const last = meetsAt[symbol + 1];
    for (let k = meetsAt[symbol]; k < last; k += 1) {
      const need = meets[k];
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
