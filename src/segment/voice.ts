import { HASH, lowerOf, PRIME } from '../lexicon/forms.ts';
import type { Speakers } from '../lexicon/types.ts';
import type { Turn } from '../visit.ts';
import { classOf, KIND } from './characters.ts';

/** Counts of telling phrases: what clinicians say much more than patients, and the other way round. */
export interface Voice {
  clinician: number;
  patient: number;
}

/** Phrases as a tree of words. Nodes are numbered; the edge from a node by a word stands in a table of open addresses. */
interface Phrases {
  readonly froms: Int32Array;
  readonly words: Int32Array;
  /** 0 where the place is free. */
  readonly tos: Int32Array;
  readonly mask: number;
  /** By node: whose the phrase is that ends there, 0 where none does. */
  readonly sides: Uint8Array;
  /** By the last bits of a word's hash, 1 where a phrase may begin with it: most words are passed over by it. */
  readonly starts: Uint8Array;
}

const CLINICIAN = 1;
const PATIENT = 2;

/** The node where phrases begin, and the one of those that count at the start of a turn only. */
const ANYWHERE = 1;
const OPENING = 2;

const STARTS = 0xffff;

const made = new WeakMap<Speakers, Phrases>();

/**
 * Adds a turn's telling phrases to `voice`. Of overlapping phrases the longest counts. Case, punctuation and apostrophes
 * do not matter; `do n't` and `gon na` are read as one word.
 */
export function listen(turn: Turn, speakers: Speakers, voice: Voice): void {
  const phrases = phrasesOf(speakers);
  const { starts } = phrases;
  const count = hashWords(turn.text);
  const own = hashes;
  let at = 0;
  while (at < count) {
    if (at > 0 && starts[own[at] & STARTS] === 0) {
      at += 1;
      continue;
    }
    let size = longest(phrases, ANYWHERE, at, count);
    let side = found;
    const opens = at === 0 ? longest(phrases, OPENING, 0, count) : 0;
    if (opens > size) {
      size = opens;
      side = found;
    }
    if (size > 0 && side === CLINICIAN) voice.clinician += 1;
    else if (size > 0) voice.patient += 1;
    at += Math.max(1, size);
  }
}

/** Whose the phrase is that `longest` found last. */
let found = 0;

/** Words of the longest phrase that begins at a word; 0 where none does. */
function longest(phrases: Phrases, root: number, at: number, count: number): number {
  const { sides } = phrases;
  let size = 0;
  let node = root;
  for (let k = at; k < count; k += 1) {
    node = after(phrases, node, hashes[k]);
    if (node === 0) break;
    if (sides[node] === 0) continue;
    found = sides[node];
    size = k + 1 - at;
  }
  return size;
}

/** The node behind a word; 0 where no phrase goes on with it. */
function after({ froms, words, tos, mask }: Phrases, from: number, word: number): number {
  for (let at = placeOf(from, word) & mask; tos[at] !== 0; at = (at + 1) & mask) {
    if (words[at] === word && froms[at] === from) return tos[at];
  }
  return 0;
}

function placeOf(from: number, word: number): number {
  const mixed = Math.imul(word ^ Math.imul(from, PRIME), PRIME);
  return mixed ^ (mixed >>> 15);
}

/** Hashes of the words of the text that was hashed last, FNV-1a over their lower-case characters without apostrophes. */
let hashes = new Int32Array(1024);

const APOSTROPHE_CODE = 39;

/** Hashes a text's words; how many there are. The ends of split words (`n't`, `'s`, `na`) go on with the word before. */
function hashWords(text: string): number {
  if (hashes.length <= text.length) hashes = new Int32Array(text.length * 2);
  const own = hashes;
  const end = text.length;
  let count = 0;
  let i = 0;
  while (i < end) {
    const first = readOf(text.charCodeAt(i));
    if (first === 0) {
      i += 1;
      continue;
    }
    const begin = i;
    let hash = HASH;
    let marks = 0;
    for (; i < end; i += 1) {
      const code = readOf(text.charCodeAt(i));
      if (code === 0) break;
      if (code === APOSTROPHE_CODE) marks += 1;
      else hash = Math.imul(hash ^ code, PRIME);
    }
    const isEnd = count > 0 && goesOn(hash, own[count - 1], marks > 0, first === APOSTROPHE_CODE);
    if (isEnd) own[count - 1] = hashOn(own[count - 1], text, begin, i);
    else if (i - begin > marks) own[count++] = hash;
  }
  return count;
}

/** The hash of a word that goes on with a stretch of a text. */
function hashOn(hash: number, text: string, from: number, to: number): number {
  let on = hash;
  for (let i = from; i < to; i += 1) {
    const code = readOf(text.charCodeAt(i));
    if (code !== APOSTROPHE_CODE) on = Math.imul(on ^ code, PRIME);
  }
  return on;
}

/** A character of words in lower case, 0 for any other; those beyond the alphabet are looked up. */
function readOf(code: number): number {
  if (code >= 97 && code <= 122) return code;
  const kind = classOf(code);
  return kind === KIND.letter || kind === KIND.digit || kind === KIND.apostrophe ? lowerOf(code) : 0;
}

function hashOf(word: string): number {
  let hash = HASH;
  for (let k = 0; k < word.length; k += 1) hash = Math.imul(hash ^ word.charCodeAt(k), PRIME);
  return hash;
}

const [NT, NA, TA, GON, WAN, GOT] = ['nt', 'na', 'ta', 'gon', 'wan', 'got'].map(hashOf);

function goesOn(own: number, before: number, isMarked: boolean, isLed: boolean): boolean {
  if (isMarked && (own === NT || isLed)) return true;
  return (own === NA && (before === GON || before === WAN)) || (own === TA && before === GOT);
}

function phrasesOf(speakers: Speakers): Phrases {
  let phrases = made.get(speakers);
  if (!phrases) {
    phrases = readPhrases(speakers);
    made.set(speakers, phrases);
  }
  return phrases;
}

function readPhrases({ says }: Speakers): Phrases {
  const edges: { readonly from: number; readonly word: number; readonly to: number }[] = [];
  const known = new Map<string, number>();
  const ends: number[] = [0, 0, 0];
  const starts = new Uint8Array(STARTS + 1);
  for (const [side, own] of [
    [CLINICIAN, says.clinician],
    [PATIENT, says.patient],
  ] as const) {
    for (const phrase of own) {
      let node = phrase.startsWith('^') ? OPENING : ANYWHERE;
      const count = hashWords(phrase);
      if (node === ANYWHERE && count > 0) starts[hashes[0] & STARTS] = 1;
      for (let k = 0; k < count; k += 1) {
        const key = `${node} ${hashes[k]}`;
        let next = known.get(key);
        if (next === undefined) {
          next = ends.push(0) - 1;
          known.set(key, next);
          edges.push({ from: node, word: hashes[k], to: next });
        }
        node = next;
      }
      ends[node] = side;
    }
  }
  let size = 64;
  while (size < 4 * edges.length) size *= 2;
  const [froms, words, tos] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  for (const { from, word, to } of edges) {
    let at = placeOf(from, word) & (size - 1);
    while (tos[at] !== 0) at = (at + 1) & (size - 1);
    froms[at] = from;
    words[at] = word;
    tos[at] = to;
  }
  return { froms, words, tos, mask: size - 1, sides: Uint8Array.from(ends), starts };
}
