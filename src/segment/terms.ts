import type { Forms } from '../lexicon/forms.ts';
import { grown } from '../lexicon/grown.ts';
import type { Terms } from './types.ts';

/** The terms of a visit while they are read. */
export interface Growing extends Terms {
  /** The bits of all lists, see `Asking`, that may take something at a term. */
  begins: Int32Array;
  count: number;
  phraseCount: number;
}

/** Arrays for turns of so many characters, of which a word and its blank have four at least nearly always. */
export function newTerms(characters: number, turns: number, words: Forms, reuse?: Terms): Growing {
  const size = (characters >> 2) + turns + 16;
  if (reuse && reuse.ids.length >= size) return emptied(reuse as Growing, words);
  return {
    ids: new Int32Array(size),
    forms: new Int32Array(size),
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    gaps: new Uint8Array(size),
    marks: new Uint8Array(size),
    phrasesAt: new Int32Array(size),
    begins: new Int32Array(size),
    phrases: new Int32Array(size >> 1),
    sizes: new Uint8Array(size >> 1),
    words,
    count: 0,
    phraseCount: 0,
  };
}

function emptied(terms: Growing, words: Forms): Growing {
  terms.words = words;
  terms.count = 0;
  terms.phraseCount = 0;
  terms.marks[0] = 0;
  return terms;
}

/** The terms as they are, in arrays of their own and no longer than they need be; those they were read into are free again. */
export function settle(terms: Growing): Terms {
  const { count, phraseCount, words } = terms;
  return {
    ids: terms.ids.slice(0, count + 1),
    forms: terms.forms.slice(0, count + 1),
    starts: terms.starts.slice(0, count + 1),
    ends: terms.ends.slice(0, count + 1),
    gaps: terms.gaps.slice(0, count + 1),
    marks: terms.marks.slice(0, count + 1),
    phrasesAt: terms.phrasesAt.slice(0, count + 1),
    phrases: terms.phrases.slice(0, phraseCount),
    sizes: terms.sizes.slice(0, phraseCount),
    words,
  };
}

/** Adds a term. */
export function addTerm(
  into: Growing,
  id: number,
  form: number,
  start: number,
  end: number,
  gap: number,
  mark: number,
): void {
  makeRoom(into, 1);
  const k = into.count;
  into.ids[k] = id;
  into.forms[k] = form;
  into.starts[k] = start;
  into.ends[k] = end;
  into.gaps[k] = gap;
  into.marks[k] = mark;
  into.count = k + 1;
}

/** Adds the empty term that parts two turns; the end mark before it stands there already. */
export function addBreak(into: Growing): void {
  addTerm(into, 0, 0, 0, 0, 0, into.marks[into.count]);
}

/** Makes room for so many terms, one for the end of the last phrases, and one for the empty term behind a turn. */
export function makeRoom(into: Growing, terms: number): void {
  if (into.count + terms + 1 >= into.ids.length) growTerms(into, into.count + terms + 2);
}

function growTerms(into: Growing, least: number): void {
  const size = Math.max(least, into.ids.length * 2);
  for (const key of ['ids', 'forms', 'starts', 'ends', 'phrasesAt', 'begins'] as const)
    into[key] = grown(into[key], size);
  for (const key of ['gaps', 'marks'] as const) into[key] = grown(into[key], size);
}

export function growPhrases(into: Growing): void {
  const size = into.phrases.length * 2 + 16;
  into.phrases = grown(into.phrases, size);
  into.sizes = grown(into.sizes, size);
}
