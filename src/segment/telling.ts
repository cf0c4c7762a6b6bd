import { FORM, type Forms, formOfWord, traitsOf } from '../lexicon/forms.ts';
import { termsOf } from '../lexicon/terms.ts';
import { childOf, SLOT, trieOf } from '../lexicon/trie.ts';
import type { Speakers } from '../lexicon/types.ts';
import type { Terms } from './types.ts';

export const CLINICIAN = 1;
export const PATIENT = 2;

/** Phrases that tell who speaks, as a trie over the forms of terms. */
export interface Telling {
  readonly words: Forms;
  /** By form, the trie's node of phrases that begin with it; 0 where none does. */
  readonly firsts: Int32Array;
  /**
   * By form, bits as in `onwards` of the forms that a phrase may go on with behind it, all where it is a phrase itself; 0 where none
   * begins with it. Kept beside `firsts`, since one look at it passes over most words.
   */
  readonly leads: Int32Array;
  /** The node of phrases that count at the start of a turn only. */
  readonly opening: number;
  readonly edges: Int32Array;
  /** By node, bits of the forms that may go on from it: a form's is `form & 31`. Most words that follow go on with nothing. */
  readonly onwards: Int32Array;
  /** By node, whose the phrase is that ends there; 0 where none does. */
  readonly sides: Uint8Array;
}

/** What `longestAt` gives: terms of the phrase, times four, and whose it is. */
export const SIDE = 3;
export const SIZE_AT = 2;

/**
 * The longest telling phrase from `node` on, at terms [at, to): how many terms it takes, from `SIZE_AT` on, and its `SIDE`; 0 where
 * there is none. `read` terms have been taken to come to the node. None ends within a contraction: `it's` is not `it`.
 */
export function longestAt(telling: Telling, node: number, terms: Terms, at: number, to: number, read: number): number {
  const { edges, onwards, sides } = telling;
  const { forms, words } = terms;
  let best = 0;
  let next = node;
  for (let k = at; ; k += 1) {
    if (sides[next] > 0 && (k === to || (traitsOf(words, forms[k]) & FORM.clitic) === 0)) {
      best = ((k - at + read) << SIZE_AT) | sides[next];
    }
    if (k === to || ((onwards[next] >>> (forms[k] & 31)) & 1) === 0) return best;
    next = childOf(edges, next, forms[k]);
    if (next === 0) return best;
  }
}

const made = new WeakMap<Forms, Telling>();

/** The telling phrases of a lexicon's speakers, in the forms of its words; built once. */
export function tellingOf({ says }: Speakers, forms: Forms): Telling {
  let telling = made.get(forms);
  if (!telling) {
    telling = build(says, forms);
    made.set(forms, telling);
  }
  return telling;
}

/** No form has this number: phrases that count at the start of a turn begin with it. */
const START = 0;

function build(says: Speakers['says'], forms: Forms): Telling {
  const phrases: number[][] = [];
  const sideOf: number[] = [];
  const known = new Map<string, readonly (readonly number[])[]>();
  const readings = (word: string): readonly (readonly number[])[] => {
    const read = known.get(word) ?? readingsOf(word, forms);
    known.set(word, read);
    return read;
  };
  for (const [side, own] of [
    [CLINICIAN, says.clinician],
    [PATIENT, says.patient],
  ] as const) {
    for (const phrase of own) {
      let ways: number[][] = [phrase.startsWith('^') ? [START] : []];
      for (const word of phrase.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
        ways = ways.flatMap((way) => readings(word).map((reading) => [...way, ...reading]));
      }
      for (const way of ways) sideOf[phrases.push(way)] = side;
    }
  }
  const { firsts, edges, phraseAt } = trieOf(
    phrases,
    phrases.flat().reduce((most, form) => Math.max(most, form), 0),
  );
  const onwards = new Int32Array(phraseAt.length);
  for (let at = 0; at < edges.length; at += SLOT) {
    if (edges[at] !== 0) onwards[edges[at]] |= 1 << (edges[at + 1] & 31);
  }
  const sides = Uint8Array.from(phraseAt, (phrase) => sideOf[phrase] ?? 0);
  return {
    words: forms,
    firsts,
    leads: firsts.map((node) => (sides[node] > 0 ? -1 : onwards[node])),
    opening: firsts[START],
    edges,
    onwards,
    sides,
  };
}

/** Ends of words that are terms of their own, as `says` has them: without apostrophes. */
const ENDS = ['s', 're', 've', 'll', 'd', 'm'];

/** The forms of the terms that a word without apostrophes is read into, however it is written: `its`, `it's`; `gonna`, `gon na`. */
function readingsOf(word: string, forms: Forms): number[][] {
  const ways = [word];
  const terms = termsOf(word, forms.marks);
  if (terms.length > 1) ways.push(terms.join(' '));
  if (word.endsWith('nt')) ways.push(`${word.slice(0, -1)}'t`, `${word.slice(0, -2)} n't`);
  for (const end of ENDS) {
    const base = word.slice(0, -end.length);
    if (word.endsWith(end) && forms.words.has(base)) ways.push(`${base}'${end}`);
  }
  return ways.map((way) =>
    way.split(' ').flatMap((one) => {
      const form = formOfWord(forms, one);
      return forms.readings[form]?.forms ?? [form];
    }),
  );
}
