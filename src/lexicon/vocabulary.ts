import { countSets, wordSetAt } from './flat.ts';
import { termsOf } from './terms.ts';
import type { Lexicon, WordSets } from './types.ts';

/**
 * A set ready to be asked. One bit a word and set lies in a table that all sets share: `rows[id * width + at] & bit`.
 * `has[id]` is 1 for its words, made at first need; `entries` are found by their first word, longest first.
 */
export interface RuntimeSet {
  readonly rows: Uint32Array;
  readonly width: number;
  readonly at: number;
  readonly bit: number;
  readonly has: Uint8Array;
  readonly entries: ReadonlyMap<number, readonly (readonly number[])[]> | undefined;
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
  const width = (countSets(lexicon.sets) + 31) >>> 5;
  const rows = tableOf(lexicon.sets, words.length + 1, width);
  const set = (index: number): RuntimeSet => {
    sets[index] ??= runtimeSet(lexicon.sets, index, rows, width);
    return sets[index];
  };
  return { ids, reading, set, number: termIds.get('0') ?? 0, abbreviations: new Set(marks.abbreviations) };
}

function tableOf(sets: WordSets, size: number, width: number): Uint32Array {
  const rows = new Uint32Array(size * width);
  const { words, wordsAt } = sets;
  for (let index = 0; index < countSets(sets); index += 1) {
    const at = index >>> 5;
    const bit = 1 << (index & 31);
    for (let k = wordsAt[index]; k < wordsAt[index + 1]; k += 1) rows[words[k] * width + at] |= bit;
  }
  return rows;
}

function runtimeSet(sets: WordSets, index: number, rows: Uint32Array, width: number): RuntimeSet {
  const at = index >>> 5;
  const bit = 1 << (index & 31);
  let has: Uint8Array | undefined;
  return {
    rows,
    width,
    at,
    bit,
    get has() {
      if (!has) {
        has = new Uint8Array(rows.length / width);
        for (let id = 0; id < has.length; id += 1) if ((rows[id * width + at] & bit) !== 0) has[id] = 1;
      }
      return has;
    },
    entries:
      sets.entriesAt[index] === sets.entriesAt[index + 1] ? undefined : entriesOf(wordSetAt(sets, index).entries),
  };
}

function entriesOf(all: readonly (readonly number[])[]): ReadonlyMap<number, readonly (readonly number[])[]> {
  const entries = new Map<number, (readonly number[])[]>();
  for (const entry of all) {
    const list = entries.get(entry[0]);
    if (list) list.push(entry);
    else entries.set(entry[0], [entry]);
  }
  for (const list of entries.values()) list.sort((a, b) => b.length - a.length);
  return entries;
}

/** Terms that the set takes at `at`, before `end`: its longest entry, or one of its words; 0 where it takes none. */
export function takes(set: RuntimeSet, ids: Int32Array, at: number, end: number): number {
  const id = ids[at];
  const list = set.entries?.get(id);
  if (list) {
    for (const entry of list) {
      const size = entry.length;
      if (at + size > end) continue;
      let k = 1;
      while (k < size && ids[at + k] === entry[k]) k += 1;
      if (k === size) return size;
    }
  }
  return (set.rows[id * set.width + set.at] & set.bit) === 0 ? 0 : 1;
}
