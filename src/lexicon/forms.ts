import { grown } from './grown.ts';
import { termsOf } from './terms.ts';
import type { Marks } from './types.ts';

/**
 * Every written word that was met, once, by number from 1: texts are read into numbers, and what is known of a word is
 * found out when it first comes.
 */
export interface Forms {
  /** A hash table with open addressing, by key; see `SLOT`. */
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
enum ABOUT {
  /** Where its characters begin in `characters`. */
  place = 0,
  /** How many characters it has, times 256, and bits of what `FORM` lists. */
  sizeAndTraits = 1,
  /** The id of its one term; `SEVERAL` where `readings` has its terms, or none. */
  id = 2,
  width = 3,
}

/**
 * Numbers of a slot in `slots`; what is asked of nearly every word stands beside its key. The key of a short word is the word
 * itself: up to `PACKED.most` units of five bits, see `packedOf`, the later ones lower. Of others it is a hash and the complement of
 * their length, which is below 0; their characters are compared.
 */
export enum SLOT {
  low = 0,
  high = 1,
  /** As in `about`. */
  id = 2,
  /** The form, times 256, and bits of what `FORM` lists; 0 where the slot is free. */
  formAndTraits = 3,
  width = 4,
}

/** Of words as keys. */
export enum PACKED {
  /** So many units two numbers hold. */
  most = 12,
  /** Of a unit that five bits do not hold. */
  not = 32,
}

/** Five bits of a lower-case unit, never 0; `PACKED.not` for most. */
export function packedOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 96;
  return code === 39 ? 27 : code === 45 ? 28 : PACKED.not;
}

/** Of a word of several terms, in place of an id. */
export const SEVERAL = -1;
/** Traits of a form. */
export enum FORM {
  /** A term of the lexicon, or a word that it splits or takes for a filler. */
  known = 1,
  filler = 2,
  /** Begins with an apostrophe, or is `n't`: no word of its own behind another. */
  clitic = 4,
  /** `na`, the end of `gon na`. */
  na = 8,
  /** `i-it`: the speaker began again, what counts is the part behind the hyphen. */
  restart = 16,
  digit = 32,
  /** Not letters from a to z alone, or an abbreviation: a full stop behind it may be part of it. */
  pointed = 64,
  /** One term as it stands, whatever comes before; a dash behind it may yet make it a word that is cut off. */
  plain = 128,
}
/** Of forms that are read as they stand, one term or none. */
const SPECIAL = FORM.filler | FORM.clitic | FORM.na | FORM.restart;

/** So many forms are kept; English running text of a million words has some thirty thousand. */
const KEPT = 200_000;
const FIRST = 16_384;

/** An empty table. `words` are the lexicon's terms. */
export function newForms(words: ReadonlyMap<string, number>, marks: Marks): Forms {
  return {
    slots: new Int32Array(FIRST * 2 * SLOT.width),
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

/** Where the slot of a packed word's key begins; below 0 where there is none. */
export function slotOf(slots: Int32Array, low: number, high: number): number {
  const last = slots.length - SLOT.width;
  let at = firstSlot(low, high) & last;
  for (;;) {
    if (slots[at] === low && slots[at + SLOT.high] === high) return at;
    if (slots[at + SLOT.formAndTraits] === 0) return -1;
    at = (at + SLOT.width) & last;
  }
}

/** Where a key's slot is looked for first, before it is cut to the table's size. */
function firstSlot(low: number, high: number): number {
  const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  // The width as a shift, since a product may leave the 32 bits.
  return (mixed ^ (mixed >>> 15)) << 2;
}

/** The slot of the word [from, to) of `units`, in any case; its form is added where it is new. */
export function slotOfWord(forms: Forms, units: Uint16Array, from: number, to: number): number {
  const size = to - from;
  let low = 0;
  let high = 0;
  let seen = 0;
  let hash = HASH;
  for (let k = from; k < to; k += 1) {
    const code = lowerOf(units[k]);
    const packed = packedOf(code);
    seen |= packed;
    high = (high << 5) | (low >>> 27);
    low = (low << 5) | packed;
    hash = Math.imul(hash ^ code, PRIME);
  }
  if (size <= PACKED.most && size > 0 && (seen & PACKED.not) === 0) {
    const at = slotOf(forms.slots, low, high);
    return at < 0 ? addForm(forms, units, from, size, low, high) : at;
  }
  const { slots, about, characters } = forms;
  const last = slots.length - SLOT.width;
  for (let at = firstSlot(hash, ~size) & last; slots[at + SLOT.formAndTraits] !== 0; at = (at + SLOT.width) & last) {
    if (slots[at] !== hash || slots[at + SLOT.high] !== ~size) continue;
    const place = about[(slots[at + SLOT.formAndTraits] >>> 8) * ABOUT.width + ABOUT.place];
    let k = 0;
    while (k < size && characters[place + k] === lowerOf(units[from + k])) k += 1;
    if (k === size) return at;
  }
  return addForm(forms, units, from, size, hash, ~size);
}

/** The form of a word in any case. */
export function formOfWord(forms: Forms, word: string): number {
  const units = new Uint16Array(word.length);
  for (let k = 0; k < word.length; k += 1) units[k] = word.charCodeAt(k);
  const at = slotOfWord(forms, units, 0, word.length);
  return forms.slots[at + SLOT.formAndTraits] >>> 8;
}

/** A form, written out. Damaged text may have words that are too long to be handed over unit by unit. */
export function wordOf(forms: Forms, form: number): string {
  const { buffer, byteOffset } = forms.characters;
  const place = forms.about[form * ABOUT.width + ABOUT.place];
  return Buffer.from(buffer, byteOffset + 2 * place, 2 * sizeOf(forms, form)).toString('utf16le');
}

/** Adds a form; the slot it stands in. */
function addForm(forms: Forms, units: Uint16Array, from: number, size: number, low: number, high: number): number {
  const form = ++forms.count;
  if (form >= forms.stems.length) widen(forms);
  const { about } = forms;
  const at = form * ABOUT.width;
  const place = about[at - ABOUT.width + ABOUT.place] + sizeOf(forms, form - 1);
  if (place + size > forms.characters.length) {
    forms.characters = grown(forms.characters, (place + size) * 2);
  }
  for (let k = 0; k < size; k += 1) forms.characters[place + k] = lowerOf(units[from + k]);
  about[at + ABOUT.place] = place;
  about[at + ABOUT.sizeAndTraits] = size << 8;
  // Adds the forms of its terms, where they are others.
  describe(forms, form, wordOf(forms, form));
  return enter(forms.slots, low, high, idOf(forms, form), (form << 8) | traitsOf(forms, form));
}

function enter(slots: Int32Array, low: number, high: number, id: number, formAndTraits: number): number {
  const last = slots.length - SLOT.width;
  let at = firstSlot(low, high) & last;
  while (slots[at + SLOT.formAndTraits] !== 0) at = (at + SLOT.width) & last;
  slots[at] = low;
  slots[at + SLOT.high] = high;
  slots[at + SLOT.id] = id;
  slots[at + SLOT.formAndTraits] = formAndTraits;
  return at;
}

function widen(forms: Forms): void {
  const { slots } = forms;
  const size = forms.stems.length * 2;
  forms.about = grown(forms.about, size * ABOUT.width);
  forms.stems = grown(forms.stems, size);
  forms.slots = new Int32Array(size * 2 * SLOT.width);
  for (let at = 0; at < slots.length; at += SLOT.width) {
    const formAndTraits = slots[at + SLOT.formAndTraits];
    if (formAndTraits !== 0) enter(forms.slots, slots[at], slots[at + SLOT.high], slots[at + SLOT.id], formAndTraits);
  }
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
  if (forms.about[at + ABOUT.id] !== SEVERAL && (traits & SPECIAL) === 0)
    forms.about[at + ABOUT.sizeAndTraits] |= FORM.plain;
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
