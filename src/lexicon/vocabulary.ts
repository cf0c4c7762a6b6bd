import { countSets } from './flat.ts';
import { type Forms, isFull, newForms } from './forms.ts';
import type { Lexicon, WordSets } from './types.ts';

/** What a stretch of text is read into, as far as sets are asked about it: parallel arrays, an entry a term. */
export interface Symbols {
  /** Word ids of the lexicon; 0 for words it does not know. */
  readonly ids: Int32Array;
  /** The phrases that begin at term k are phrases[phrasesAt[k]] to phrases[phrasesAt[k + 1]], the longest first, as symbols. */
  readonly phrasesAt: Int32Array;
  readonly phrases: Int32Array;
  /** How many terms each of `phrases` takes. */
  readonly sizes: Uint8Array;
}

/** A set ready to be asked. */
export interface RuntimeSet {
  readonly held: Held;
  readonly index: number;
  /** By word id, 1 for the set's words; made at first need. */
  readonly has: Uint8Array;
}

/** Which words and phrases each set holds. */
export interface Held {
  /** A bit a word, `width` numbers a set: what one pattern asks about stands together. */
  readonly bits: Uint32Array;
  readonly width: number;
  /** Of phrases, the sets that hold them, as in `WordSets`. */
  readonly heldBy: Int32Array;
  readonly heldByAt: Int32Array;
}

/** A lexicon's words, made ready once per process. */
export interface Vocabulary {
  readonly sets: WordSets;
  /** Words, and the unknown word 0: phrase p has the symbol `words` + p - 1. */
  readonly words: number;
  /** Id of a lower-case term, where the lexicon knows it. */
  readonly id: (term: string) => number | undefined;
  /** Written forms met so far; another table from time to time, so that ever new words cannot fill the memory. */
  readonly forms: () => Forms;
  readonly held: Held;
  readonly set: (index: number) => RuntimeSet;
}

const made = new WeakMap<Lexicon, Vocabulary>();

/** The vocabulary of a lexicon; built at first need and kept with it. */
export function vocabularyOf(lexicon: Lexicon): Vocabulary {
  let vocabulary = made.get(lexicon);
  if (!vocabulary) {
    vocabulary = build(lexicon);
    made.set(lexicon, vocabulary);
  }
  return vocabulary;
}

function build({ marks, words, sets }: Lexicon): Vocabulary {
  const ids = new Map<string, number>();
  for (let i = 0; i < words.length; i += 1) ids.set(words[i], i + 1);
  const ready: (RuntimeSet | undefined)[] = new Array(countSets(sets));
  const held = heldOf(sets, words.length + 1);
  let forms = newForms(ids, marks);
  return {
    sets,
    held,
    words: words.length + 1,
    id: (term) => ids.get(term),
    forms() {
      if (isFull(forms)) forms = newForms(ids, marks);
      return forms;
    },
    set(index) {
      ready[index] ??= runtimeSet(held, sets, index, words.length + 1);
      return ready[index];
    },
  };
}

function heldOf({ words, wordsAt, heldBy, heldByAt }: WordSets, count: number): Held {
  const width = (count + 31) >>> 5;
  const bits = new Uint32Array(width * (wordsAt.length - 1));
  for (let set = 0; set + 1 < wordsAt.length; set += 1) {
    const at = set * width;
    for (let k = wordsAt[set]; k < wordsAt[set + 1]; k += 1) bits[at + (words[k] >>> 5)] |= 1 << (words[k] & 31);
  }
  return { bits, width, heldBy, heldByAt };
}

function runtimeSet(held: Held, { words, wordsAt }: WordSets, index: number, size: number): RuntimeSet {
  let has: Uint8Array | undefined;
  return {
    held,
    index,
    get has() {
      if (!has) {
        has = new Uint8Array(size);
        for (let k = wordsAt[index]; k < wordsAt[index + 1]; k += 1) has[words[k]] = 1;
      }
      return has;
    },
  };
}

/** Terms that the set takes at `at`, before `end`: its longest phrase, or one of its words; 0 where it takes none. */
export function takes({ held, index }: RuntimeSet, text: Symbols, at: number, end: number): number {
  return takesIn(held, index, text, at, end);
}

/** The same, for a set by its index. */
export function takesIn(
  { bits, width, heldBy, heldByAt }: Held,
  set: number,
  text: Symbols,
  at: number,
  end: number,
): number {
  const { phrasesAt } = text;
  const last = phrasesAt[at + 1];
  for (let k = phrasesAt[at]; k < last; k += 1) {
    const size = text.sizes[k];
    if (at + size > end) continue;
    const symbol = text.phrases[k];
    for (let h = heldByAt[symbol]; h < heldByAt[symbol + 1]; h += 1) if (heldBy[h] === set) return size;
  }
  if (at >= end) return 0;
  const word = text.ids[at];
  return (bits[set * width + (word >>> 5)] & (1 << (word & 31))) === 0 ? 0 : 1;
}
