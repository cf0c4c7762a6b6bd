import { countSets, countSymbols } from './flat.ts';
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
  readonly rows: Rows;
  readonly index: number;
  /** By word id, 1 for the set's words; made at first need. */
  readonly has: Uint8Array;
}

/** A symbol's sets as bits, a row a symbol, made when the symbol is first met. */
export interface Rows {
  readonly sets: WordSets;
  readonly width: number;
  readonly rows: (Uint32Array | undefined)[];
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
  readonly rows: Rows;
  readonly set: (index: number) => RuntimeSet;
  readonly abbreviations: ReadonlySet<string>;
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
  const rows: Rows = { sets, width: (ready.length + 31) >>> 5, rows: new Array(countSymbols(sets)) };
  let forms = newForms(ids, marks);
  return {
    sets,
    rows,
    words: words.length + 1,
    id: (term) => ids.get(term),
    forms() {
      if (isFull(forms)) forms = newForms(ids, marks);
      return forms;
    },
    set(index) {
      ready[index] ??= runtimeSet(rows, index, words.length + 1);
      return ready[index];
    },
    abbreviations: new Set(marks.abbreviations),
  };
}

function runtimeSet(rows: Rows, index: number, size: number): RuntimeSet {
  let has: Uint8Array | undefined;
  return {
    rows,
    index,
    get has() {
      if (!has) {
        const { words, wordsAt } = rows.sets;
        has = new Uint8Array(size);
        for (let k = wordsAt[index]; k < wordsAt[index + 1]; k += 1) has[words[k]] = 1;
      }
      return has;
    },
  };
}

function rowOf({ sets, width, rows }: Rows, symbol: number): Uint32Array {
  const row = new Uint32Array(width);
  const { heldBy, heldByAt } = sets;
  for (let k = heldByAt[symbol]; k < heldByAt[symbol + 1]; k += 1) row[heldBy[k] >>> 5] |= 1 << (heldBy[k] & 31);
  rows[symbol] = row;
  return row;
}

/** Terms that the set takes at `at`, before `end`: its longest phrase, or one of its words; 0 where it takes none. */
export function takes({ rows, index }: RuntimeSet, text: Symbols, at: number, end: number): number {
  return takesIn(rows, index, text, at, end);
}

/** The same, for a set by its index. */
export function takesIn(table: Rows, index: number, text: Symbols, at: number, end: number): number {
  const { rows } = table;
  const place = index >>> 5;
  const bit = 1 << (index & 31);
  const last = text.phrasesAt[at + 1];
  for (let k = text.phrasesAt[at]; k < last; k += 1) {
    const size = text.sizes[k];
    if (at + size > end) continue;
    const row = rows[text.phrases[k]] ?? rowOf(table, text.phrases[k]);
    if ((row[place] & bit) !== 0) return size;
  }
  if (at >= end) return 0;
  const row = rows[text.ids[at]] ?? rowOf(table, text.ids[at]);
  return (row[place] & bit) === 0 ? 0 : 1;
}
