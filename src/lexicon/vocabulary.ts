import { termsOf } from './terms.ts';
import type { Lexicon, WordSet } from './types.ts';

/** A set ready to be asked: `has[id]` is 1 for its words, `entries` are found by their first word, longest first. */
export interface RuntimeSet {
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
  const sets: (RuntimeSet | undefined)[] = new Array(lexicon.sets.length);
  const set = (index: number): RuntimeSet => {
    let found = sets[index];
    if (!found) {
      found = runtimeSet(lexicon.sets[index], words.length + 1);
      sets[index] = found;
    }
    return found;
  };
  return { ids, reading, set, number: termIds.get('0') ?? 0, abbreviations: new Set(marks.abbreviations) };
}

function runtimeSet(set: WordSet, size: number): RuntimeSet {
  const has = new Uint8Array(size);
  for (const id of set.words) has[id] = 1;
  if (set.entries.length === 0) return { has, entries: undefined };
  const entries = new Map<number, (readonly number[])[]>();
  for (const entry of set.entries) {
    const list = entries.get(entry[0]);
    if (list) list.push(entry);
    else entries.set(entry[0], [entry]);
  }
  for (const list of entries.values()) list.sort((a, b) => b.length - a.length);
  return { has, entries };
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
  return set.has[id];
}
