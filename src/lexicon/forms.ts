import { grown } from './grown.ts';
import { termsOf } from './terms.ts';
import type { Marks } from './types.ts';

/**
 * Every written word that was met, once, by number from 1: texts are read into numbers, and what is known of a word is
 * found out when it first comes. A hash table with open addressing over the words' characters.
 */
export interface Forms {
  slots: Int32Array;
  count: number;
  /** By form, together since they are asked for together: see `ABOUT`. */
  about: Int32Array;
  characters: Uint16Array;
  readonly readings: (Reading | undefined)[];
  /** By form, for whoever stems words: a number above 0 for its stem, once it was asked for. */
  stems: Int32Array;
  readonly stemNumbers: Map<string, number>;
  readonly words: ReadonlyMap<string, number>;
  readonly marks: Marks;
  readonly fillers: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
}

/** A written word as the scan reads it. */
export interface Reading {
  readonly ids: readonly number[];
  readonly forms: readonly number[];
  /** Lengths of the terms in the written word, or undefined where they do not spell it (`gonna`). */
  readonly lengths: readonly number[] | undefined;
}

/** Numbers of a form in `about`. */
export const ABOUT = {
  hash: 0,
  /** Where its characters begin in `characters`. */
  place: 1,
  /** How many characters it has, times 256, and bits of what `FORM` lists. */
  sizeAndTraits: 2,
  /** The id of its one term; `SEVERAL` where `readings` has its terms, or none. */
  id: 3,
  width: 4,
} as const;

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
  /** Not letters from a to z alone, or an abbreviation: a full stop behind it may be part of it. */
  pointed: 64,
} as const;

/** So many forms are kept; English running text of a million words has some thirty thousand. */
const KEPT = 200_000;
const FIRST = 16_384;

/** An empty table. `words` are the lexicon's terms. */
export function newForms(words: ReadonlyMap<string, number>, marks: Marks): Forms {
  return {
    slots: new Int32Array(FIRST * 2),
    count: 0,
    about: new Int32Array(FIRST * ABOUT.width),
    characters: new Uint16Array(FIRST * 8),
    readings: [],
    stems: new Int32Array(FIRST),
    stemNumbers: new Map(),
    words,
    marks,
    fillers: new Set(marks.fillers),
    abbreviations: new Set(marks.abbreviations),
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

/** Id of the form's one term, or `SEVERAL`. */
export function idOf({ about }: Forms, form: number): number {
  return about[form * ABOUT.width + ABOUT.id];
}

/** Bits of `FORM`. */
export function traitsOf({ about }: Forms, form: number): number {
  return about[form * ABOUT.width + ABOUT.sizeAndTraits] & 255;
}

/** Characters of a form. */
export function sizeOf({ about }: Forms, form: number): number {
  return about[form * ABOUT.width + ABOUT.sizeAndTraits] >>> 8;
}

/** The form of the first `size` of `codes`, lower-case UTF-16 units whose hash the caller has counted while reading. */
export function formOf(forms: Forms, codes: Uint16Array, size: number, hash: number): number {
  const { slots, about, characters } = forms;
  const last = slots.length - 1;
  let slot = (hash ^ (hash >>> 15)) & last;
  for (let form = slots[slot]; form !== 0; form = slots[slot]) {
    const at = form * ABOUT.width;
    if (about[at] === hash && about[at + ABOUT.sizeAndTraits] >>> 8 === size) {
      const place = about[at + ABOUT.place];
      let k = 0;
      while (k < size && characters[place + k] === codes[k]) k += 1;
      if (k === size) return form;
    }
    slot = (slot + 1) & last;
  }
  return addForm(forms, codes, size, hash);
}

/** The form of a word in any case. */
export function formOfWord(forms: Forms, word: string): number {
  const codes = new Uint16Array(word.length);
  let hash = HASH;
  for (let k = 0; k < word.length; k += 1) {
    codes[k] = lowerOf(word.charCodeAt(k));
    hash = Math.imul(hash ^ codes[k], PRIME);
  }
  return formOf(forms, codes, word.length, hash);
}

/** A form, written out. */
export function wordOf(forms: Forms, form: number): string {
  const place = forms.about[form * ABOUT.width + ABOUT.place];
  return String.fromCharCode(...forms.characters.subarray(place, place + sizeOf(forms, form)));
}

function addForm(forms: Forms, codes: Uint16Array, size: number, hash: number): number {
  const form = ++forms.count;
  if (form >= forms.stems.length) widen(forms);
  const { about } = forms;
  const at = form * ABOUT.width;
  const place = about[at - ABOUT.width + ABOUT.place] + sizeOf(forms, form - 1);
  if (place + size > forms.characters.length) {
    forms.characters = grown(forms.characters, (place + size) * 2);
  }
  forms.characters.set(codes.subarray(0, size), place);
  about[at + ABOUT.hash] = hash;
  about[at + ABOUT.place] = place;
  about[at + ABOUT.sizeAndTraits] = size << 8;
  enter(forms, form);
  describe(forms, form, wordOf(forms, form));
  return form;
}

function enter({ slots, about }: Forms, form: number): void {
  const last = slots.length - 1;
  const hash = about[form * ABOUT.width];
  let slot = (hash ^ (hash >>> 15)) & last;
  while (slots[slot] !== 0) slot = (slot + 1) & last;
  slots[slot] = form;
}

function widen(forms: Forms): void {
  const size = forms.stems.length * 2;
  forms.about = grown(forms.about, size * ABOUT.width);
  forms.stems = grown(forms.stems, size);
  forms.slots = new Int32Array(size * 2);
  for (let form = 1; form < forms.count; form += 1) enter(forms, form);
}

function describe(forms: Forms, form: number, word: string): void {
  const { words, marks, fillers, abbreviations } = forms;
  const isSplit = Object.hasOwn(marks.split, word);
  const isFiller = fillers.has(word);
  const id = isSplit || isFiller ? SEVERAL : words.get(word);
  const isNumber = /^\p{N}/u.test(word);
  let traits = id === undefined ? 0 : FORM.known;
  if (isFiller) traits |= FORM.filler;
  if (word === "n't" || word.startsWith("'")) traits |= FORM.clitic;
  if (!/^[a-z]+$/.test(word) || abbreviations.has(word)) traits |= FORM.pointed;
  if (word === 'na') traits |= FORM.na;
  if (/\p{N}/u.test(word)) traits |= FORM.digit;
  if (id === undefined && isRestart(word)) traits |= FORM.restart;
  const at = form * ABOUT.width;
  forms.about[at + ABOUT.sizeAndTraits] |= traits;
  forms.about[at + ABOUT.id] = id ?? (isNumber ? (words.get('0') ?? 0) : word.includes("'") ? SEVERAL : 0);
  if (forms.about[at + ABOUT.id] === SEVERAL && !isFiller) forms.readings[form] = readingOf(forms, form, word);
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
