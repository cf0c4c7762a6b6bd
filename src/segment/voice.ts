import { HASH, lowerOf, PRIME } from '../lexicon/forms.ts';
import type { Speakers } from '../lexicon/types.ts';
import type { Turn } from '../visit.ts';
import { APOSTROPHE, classOf, DIGIT, LETTER } from './characters.ts';

/** Counts of telling phrases: what clinicians say much more than patients, and the other way round. */
export interface Voice {
  clinician: number;
  patient: number;
}

interface Branch {
  /** By the hash of the next word. */
  readonly next: Map<number, Branch>;
  side?: 'clinician' | 'patient';
}

interface Phrases {
  readonly anywhere: Branch;
  /** Phrases that count at the start of a turn only. */
  readonly opening: Branch;
  /** By the last bits of a word's hash, 1 where a phrase may begin with it: most words are passed over by it. */
  readonly starts: Uint8Array;
}

const STARTS = 0xffff;

const made = new WeakMap<Speakers, Phrases>();

/**
 * Adds a turn's telling phrases to `voice`. Of overlapping phrases the longest counts. Case, punctuation and apostrophes
 * do not matter; `do n't` and `gon na` are read as one word.
 */
export function listen(turn: Turn, speakers: Speakers, voice: Voice): void {
  const { anywhere, opening, starts } = phrasesOf(speakers);
  const count = hashWords(turn.text);
  let at = 0;
  while (at < count) {
    if (at > 0 && starts[hashes[at] & STARTS] === 0) {
      at += 1;
      continue;
    }
    let size = longest(anywhere, at, count);
    let { side } = found;
    const opens = at === 0 ? longest(opening, 0, count) : 0;
    if (opens > size) {
      size = opens;
      side = found.side;
    }
    if (size > 0) voice[side] += 1;
    at += Math.max(1, size);
  }
}

/** Whose the phrase is that `longest` found last. */
const found: { side: 'clinician' | 'patient' } = { side: 'clinician' };

/** Words of the longest phrase that begins at a word; 0 where none does. */
function longest(from: Branch, at: number, count: number): number {
  let size = 0;
  let branch: Branch | undefined = from;
  for (let k = at; k < count; k += 1) {
    branch = branch.next.get(hashes[k]);
    if (!branch) break;
    if (!branch.side) continue;
    found.side = branch.side;
    size = k + 1 - at;
  }
  return size;
}

/** Hashes of the words of the text that was hashed last, FNV-1a over their lower-case characters without apostrophes. */
let hashes = new Int32Array(1024);

const APOSTROPHE_CODE = 39;

/** Hashes a text's words; how many there are. The ends of split words (`n't`, `'s`, `na`) go on with the word before. */
function hashWords(text: string): number {
  if (hashes.length <= text.length) hashes = new Int32Array(text.length * 2);
  let count = 0;
  let i = 0;
  while (i < text.length) {
    const start = readOf(text.charCodeAt(i));
    if (start === 0) {
      i += 1;
      continue;
    }
    let own = HASH;
    let joined = count > 0 ? hashes[count - 1] : HASH;
    let size = 0;
    let marks = 0;
    for (; i < text.length; i += 1) {
      const code = readOf(text.charCodeAt(i));
      if (code === 0) break;
      if (code === APOSTROPHE_CODE) {
        marks += 1;
        continue;
      }
      size += 1;
      own = Math.imul(own ^ code, PRIME);
      joined = Math.imul(joined ^ code, PRIME);
    }
    if (count > 0 && goesOn(own, hashes[count - 1], marks > 0, start === APOSTROPHE_CODE)) hashes[count - 1] = joined;
    else if (size > 0) hashes[count++] = own;
  }
  return count;
}

/** A character of words in lower case, 0 for any other; those beyond the alphabet are looked up. */
function readOf(code: number): number {
  if (code >= 97 && code <= 122) return code;
  const kind = classOf(code);
  return kind === LETTER || kind === DIGIT || kind === APOSTROPHE ? lowerOf(code) : 0;
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
    const starts = new Uint8Array(STARTS + 1);
    phrases = { anywhere: { next: new Map() }, opening: { next: new Map() }, starts };
    for (const side of ['clinician', 'patient'] as const) {
      for (const phrase of speakers.says[side]) {
        let branch = phrase.startsWith('^') ? phrases.opening : phrases.anywhere;
        const count = hashWords(phrase);
        if (branch === phrases.anywhere && count > 0) starts[hashes[0] & STARTS] = 1;
        for (let k = 0; k < count; k += 1) {
          let next = branch.next.get(hashes[k]);
          if (!next) {
            next = { next: new Map() };
            branch.next.set(hashes[k], next);
          }
          branch = next;
        }
        branch.side = side;
      }
    }
    made.set(speakers, phrases);
  }
  return phrases;
}
