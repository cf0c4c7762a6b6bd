import { termsOf } from './terms.ts';
import type { Marks } from './types.ts';

/**
 * Every written word that was met, once, by number from 1: texts are read into numbers, and what is known of a word is
 * found out when it first comes. A hash table with open addressing over the words' characters.
 */
export interface Forms {
  slots: Int32Array;
  count: number;
  /** By form: its hash, where its characters begin in `characters`, and how many there are. */
  hashes: Int32Array;
  places: Int32Array;
  sizes: Int32Array;
  characters: Uint16Array;
  /** By form: the id of its one term; `SEVERAL` where `readings` has its terms, or none. */
  ids: Int32Array;
  /** By form: bits of what `FORM` lists. */
  traits: Uint8Array;
  readonly readings: (Reading | undefined)[];
  /** By form, for whoever stems words: a number above 0 for its stem, once it was asked for. */
  stems: Int32Array;
  readonly stemNumbers: Map<string, number>;
  readonly words: ReadonlyMap<string, number>;
  readonly marks: Marks;
  readonly fillers: ReadonlySet<string>;
}

/** A written word as the scan reads it. */
export interface Reading {
  readonly ids: readonly number[];
  readonly forms: readonly number[];
  /** Lengths of the terms in the written word, or undefined where they do not spell it (`gonna`). */
  readonly lengths: readonly number[] | undefined;
}

export const SEVERAL = -1;
/** Traits of a form. */
export const FORM = {
  /** A term of the lexicon, or a word that it splits or takes for a filler. */
  known: 1,
  filler: 2,
  /** Begins with an apostrophe, or is `n't`: no word of its own behind another. */
  clitic: 4,
  /** `na`, the end of `gon na`. */
  na: 8,
  /** `i-it`: the speaker began again, what counts is the part behind the hyphen. */
  restart: 16,
  digit: 32,
} as const;

/** So many forms are kept; English running text of a million words has some thirty thousand. */
const KEPT = 200_000;
const FIRST = 16_384;

/** An empty table. `words` are the lexicon's terms. */
export function newForms(words: ReadonlyMap<string, number>, marks: Marks): Forms {
  return {
    slots: new Int32Array(FIRST * 2),
    count: 0,
    hashes: new Int32Array(FIRST),
    places: new Int32Array(FIRST),
    sizes: new Int32Array(FIRST),
    characters: new Uint16Array(FIRST * 8),
    ids: new Int32Array(FIRST),
    traits: new Uint8Array(FIRST),
    readings: [],
    stems: new Int32Array(FIRST),
    stemNumbers: new Map(),
    words,
    marks,
    fillers: new Set(marks.fillers),
  };
}

/** Whether it is time for an empty table. */
export function isFull(forms: Forms): boolean {
  return forms.count >= KEPT;
}

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo), before the first one and for each. */
export const HASH = -2128831035;
export const PRIME = 16777619;

const lower = new Uint16Array(65536);
for (let code = 0; code < 128; code += 1) lower[code] = code >= 65 && code <= 90 ? code + 32 : code;
lower[0x2019] = 39;

/** A UTF-16 unit as forms have it: in lower case, the printed apostrophe as the typed one. */
export function lowerOf(code: number): number {
  const known = lower[code];
  if (known !== 0) return known;
  const made = String.fromCharCode(code).toLowerCase();
  lower[code] = made.length === 1 ? made.charCodeAt(0) : code;
  return lower[code];
}

/** The form of text[from, to), whose hash the caller has counted while reading. */
export function formOf(forms: Forms, text: string, from: number, to: number, hash: number): number {
  const { slots } = forms;
  const last = slots.length - 1;
  let slot = (hash ^ (hash >>> 15)) & last;
  for (let form = slots[slot]; form !== 0; form = slots[slot]) {
    if (forms.hashes[form] === hash && isSame(forms, form, text, from, to)) return form;
    slot = (slot + 1) & last;
  }
  return addForm(forms, text, from, to, hash);
}

function isSame({ sizes, places, characters }: Forms, form: number, text: string, from: number, to: number): boolean {
  if (sizes[form] !== to - from) return false;
  const place = places[form] - from;
  for (let k = from; k < to; k += 1) if (characters[place + k] !== lowerOf(text.charCodeAt(k))) return false;
  return true;
}

/** The form of a word in any case. */
export function formOfWord(forms: Forms, word: string): number {
  let hash = HASH;
  for (let k = 0; k < word.length; k += 1) hash = Math.imul(hash ^ lowerOf(word.charCodeAt(k)), PRIME);
  return formOf(forms, word, 0, word.length, hash);
}

/** A form, written out. */
export function wordOf({ sizes, places, characters }: Forms, form: number): string {
  return String.fromCharCode(...characters.subarray(places[form], places[form] + sizes[form]));
}

function addForm(forms: Forms, text: string, from: number, to: number, hash: number): number {
  const form = ++forms.count;
  if (form >= forms.hashes.length) widen(forms);
  const place = forms.places[form - 1] + forms.sizes[form - 1];
  if (place + to - from > forms.characters.length) {
    forms.characters = grown(forms.characters, new Uint16Array((place + to - from) * 2));
  }
  forms.hashes[form] = hash;
  forms.places[form] = place;
  forms.sizes[form] = to - from;
  for (let k = from; k < to; k += 1) forms.characters[place + k - from] = lowerOf(text.charCodeAt(k));
  enter(forms, form);
  describe(forms, form, wordOf(forms, form));
  return form;
}

function enter({ slots, hashes }: Forms, form: number): void {
  const last = slots.length - 1;
  let slot = (hashes[form] ^ (hashes[form] >>> 15)) & last;
  while (slots[slot] !== 0) slot = (slot + 1) & last;
  slots[slot] = form;
}

function widen(forms: Forms): void {
  const size = forms.hashes.length * 2;
  for (const key of ['hashes', 'places', 'sizes', 'ids', 'stems'] as const) {
    forms[key] = grown(forms[key], new Int32Array(size));
  }
  forms.traits = grown(forms.traits, new Uint8Array(size));
  forms.slots = new Int32Array(size * 2);
  for (let form = 1; form < forms.count; form += 1) enter(forms, form);
}

function grown<T extends Int32Array | Uint8Array | Uint16Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}

function describe(forms: Forms, form: number, word: string): void {
  const { words, marks, fillers } = forms;
  const isSplit = Object.hasOwn(marks.split, word);
  const isFiller = fillers.has(word);
  const id = isSplit || isFiller ? SEVERAL : words.get(word);
  const isNumber = /^\p{N}/u.test(word);
  let traits = id === undefined ? 0 : FORM.known;
  if (isFiller) traits |= FORM.filler;
  if (word === "n't" || word.startsWith("'")) traits |= FORM.clitic;
  if (word === 'na') traits |= FORM.na;
  if (/\p{N}/u.test(word)) traits |= FORM.digit;
  if (id === undefined && isRestart(word)) traits |= FORM.restart;
  forms.traits[form] = traits;
  forms.ids[form] = id ?? (isNumber ? (words.get('0') ?? 0) : word.includes("'") ? SEVERAL : 0);
  if (forms.ids[form] === SEVERAL && !isFiller) forms.readings[form] = readingOf(forms, form, word);
}

/** `what-what`, `i-it`: what stands behind the last hyphen begins as what stands before it. */
function isRestart(word: string): boolean {
  const hyphen = word.lastIndexOf('-');
  if (hyphen <= 0) return false;
  const before = word.slice(word.lastIndexOf('-', hyphen - 1) + 1, hyphen);
  return word.slice(hyphen + 1).startsWith(before);
}

function readingOf(forms: Forms, form: number, word: string): Reading {
  const terms = termsOf(word, forms.marks);
  const spelled = terms.join('') === word;
  return {
    ids: terms.map((term) => forms.words.get(term) ?? 0),
    forms: spelled && terms.length > 1 ? terms.map((term) => formOfWord(forms, term)) : terms.map(() => form),
    lengths: spelled ? terms.map((term) => term.length) : undefined,
  };
}
