import { countSets } from './flat.ts';
import { termsOf } from './terms.ts';
import type { Lexicon, WordSets } from './types.ts';

/**
 * A set ready to be asked. A word has a row in a table that all sets share, made when the word is first met: its bit at
 * `at` says that it is one of the set's words, that at `at + width` that entries of the set begin with it, that at
 * `at + 2 * width` either. `has[id]` is 1 for the set's words, made at first need.
 */
export interface RuntimeSet {
  readonly table: Table;
  readonly index: number;
  readonly at: number;
  readonly bit: number;
  readonly has: Uint8Array;
}

interface Table {
  readonly sets: WordSets;
  readonly width: number;
  readonly rows: (Uint32Array | undefined)[];
}

/** A written word as the scan reads it. */
export interface Reading {
  readonly ids: readonly number[];
  /** Lengths of the terms in the written word, or undefined where they do not spell it (`gonna`). */
  readonly lengths: readonly number[] | undefined;
  readonly filler: boolean;
}

/** A lexicon's words, made ready once per process. */
export interface Vocabulary {
  /** Written lower-case form to the id of its one term; -1 where it has several, or is a filler: then ask `reading`. */
  readonly ids: ReadonlyMap<string, number>;
  readonly reading: (word: string) => Reading;
  readonly set: (index: number) => RuntimeSet;
  /** A bit for each set that takes something that begins at a term of [from, to); overwritten by the next call. */
  readonly present: (ids: Int32Array, from: number, to: number) => Uint32Array;
  /** Id that every token beginning with a digit has. */
  readonly number: number;
  readonly abbreviations: ReadonlySet<string>;
}

const READINGS_KEPT = 20_000;
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

function build(lexicon: Lexicon): Vocabulary {
  const { marks, words } = lexicon;
  const ids = new Map<string, number>();
  for (let i = 0; i < words.length; i += 1) ids.set(words[i], i + 1);
  const termIds = new Map(ids);
  const fillers = new Set(marks.fillers);
  for (const word of Object.keys(marks.split)) ids.set(word, -1);
  for (const word of fillers) ids.set(word, -1);
  const readings = new Map<string, Reading>();
  const reading = (word: string): Reading => {
    let found = readings.get(word);
    if (!found) {
      const terms = termsOf(word, marks);
      const spelled = terms.join('') === word;
      found = {
        ids: terms.map((t) => termIds.get(t) ?? 0),
        lengths: spelled ? terms.map((t) => t.length) : undefined,
        filler: fillers.has(word),
      };
      // Bounded, so that a stream of ever new words cannot fill the memory.
      if (readings.size >= READINGS_KEPT) readings.clear();
      readings.set(word, found);
    }
    return found;
  };
  const sets: (RuntimeSet | undefined)[] = new Array(countSets(lexicon.sets));
  const table: Table = { sets: lexicon.sets, width: (sets.length + 31) >>> 5, rows: new Array(words.length + 1) };
  const set = (index: number): RuntimeSet => {
    sets[index] ??= runtimeSet(table, index, words.length + 1);
    return sets[index];
  };
  const bits = new Uint32Array(table.width);
  const present = (terms: Int32Array, from: number, to: number): Uint32Array => {
    bits.fill(0);
    for (let k = from; k < to; k += 1) {
      const row = table.rows[terms[k]] ?? rowOf(table, terms[k]);
      const either = 2 * bits.length;
      for (let at = 0; at < bits.length; at += 1) bits[at] |= row[either + at];
    }
    return bits;
  };
  return { ids, reading, set, present, number: termIds.get('0') ?? 0, abbreviations: new Set(marks.abbreviations) };
}

function rowOf({ sets, width, rows }: Table, id: number): Uint32Array {
  const row = new Uint32Array(3 * width);
  const { heldBy, heldByAt, begins, beginsAt } = sets;
  for (let k = heldByAt[id]; k < heldByAt[id + 1]; k += 1) row[heldBy[k] >>> 5] |= 1 << (heldBy[k] & 31);
  for (let k = beginsAt[id]; k < beginsAt[id + 1]; k += 1) row[width + (begins[k] >>> 5)] |= 1 << (begins[k] & 31);
  for (let at = 0; at < width; at += 1) row[2 * width + at] = row[at] | row[width + at];
  rows[id] = row;
  return row;
}

function runtimeSet(table: Table, index: number, size: number): RuntimeSet {
  let has: Uint8Array | undefined;
  return {
    table,
    index,
    at: index >>> 5,
    bit: 1 << (index & 31),
    get has() {
      if (!has) {
        const { words, wordsAt } = table.sets;
        has = new Uint8Array(size);
        for (let k = wordsAt[index]; k < wordsAt[index + 1]; k += 1) has[words[k]] = 1;
      }
      return has;
    },
  };
}

/** Terms that the set takes at `at`, before `end`: its longest entry, or one of its words; 0 where it takes none. */
export function takes(set: RuntimeSet, ids: Int32Array, at: number, end: number): number {
  const { table, bit } = set;
  const row = table.rows[ids[at]] ?? rowOf(table, ids[at]);
  if ((row[set.at + table.width] & bit) !== 0) {
    const size = takesEntry(table.sets, set.index, ids, at, end);
    if (size > 0) return size;
  }
  return (row[set.at] & bit) === 0 ? 0 : 1;
}

/** Terms of the longest entry of a set that stands at `at`, where one begins with that word. */
function takesEntry(sets: WordSets, index: number, ids: Int32Array, at: number, end: number): number {
  if (at + 2 > end) return 0;
  const { groupsAt, firsts, seconds, restsAt, rests } = sets;
  const first = ids[at];
  const second = ids[at + 1];
  let group = groupsAt[index];
  let last = groupsAt[index + 1] - 1;
  while (group < last) {
    const middle = (group + last) >>> 1;
    const f = firsts[middle];
    if (f < first || (f === first && seconds[middle] < second)) group = middle + 1;
    else last = middle;
  }
  if (firsts[group] !== first || seconds[group] !== second) return 0;
  for (let k = restsAt[group]; k < restsAt[group + 1]; k += 1 + rests[k]) {
    const size = rests[k];
    if (at + 2 + size > end) continue;
    let n = 1;
    while (n <= size && ids[at + 1 + n] === rests[k + n]) n += 1;
    if (n > size) return size + 2;
  }
  return 0;
}
