import type { Speakers } from '../lexicon/types.ts';
import type { Turn } from '../visit.ts';

/** Counts of telling phrases: what clinicians say much more than patients, and the other way round. */
export interface Voice {
  clinician: number;
  patient: number;
}

interface Branch {
  readonly next: Map<string, Branch>;
  side?: 'clinician' | 'patient';
}

interface Phrases {
  readonly anywhere: Branch;
  /** Phrases that count at the start of a turn only. */
  readonly opening: Branch;
}

const made = new WeakMap<Speakers, Phrases>();

/**
 * Adds a turn's telling phrases to `voice`. Of overlapping phrases the longest counts. Case, punctuation and apostrophes
 * do not matter; `do n't` and `gon na` are read as one word.
 */
export function listen(turn: Turn, speakers: Speakers, voice: Voice): void {
  const { anywhere, opening } = phrasesOf(speakers);
  const words = wordsOf(turn.text);
  let at = 0;
  while (at < words.length) {
    const here = longest(anywhere, words, at);
    const opens = at === 0 ? longest(opening, words, 0) : undefined;
    const found = opens && (!here || opens.length > here.length) ? opens : here;
    if (found) voice[found.side] += 1;
    at += found?.length ?? 1;
  }
}

function longest(
  from: Branch,
  words: readonly string[],
  at: number,
): { side: 'clinician' | 'patient'; length: number } | undefined {
  let found: { side: 'clinician' | 'patient'; length: number } | undefined;
  let branch: Branch | undefined = from;
  for (let k = at; k < words.length; k += 1) {
    branch = branch.next.get(words[k]);
    if (!branch) break;
    if (branch.side) found = { side: branch.side, length: k + 1 - at };
  }
  return found;
}

function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const token of text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? []) {
    const word = token.replace(/['’]/g, '');
    const before = words[words.length - 1];
    const tail = word !== token && (word === 'nt' || token.charCodeAt(0) === 39 || token.charCodeAt(0) === 0x2019);
    const split = (word === 'na' && (before === 'gon' || before === 'wan')) || (word === 'ta' && before === 'got');
    if (before !== undefined && (tail || split)) words[words.length - 1] = before + word;
    else if (word) words.push(word);
  }
  return words;
}

function phrasesOf(speakers: Speakers): Phrases {
  let phrases = made.get(speakers);
  if (!phrases) {
    phrases = { anywhere: { next: new Map() }, opening: { next: new Map() } };
    for (const side of ['clinician', 'patient'] as const) {
      for (const phrase of speakers.says[side]) {
        let branch = phrase.startsWith('^') ? phrases.opening : phrases.anywhere;
        for (const word of wordsOf(phrase)) {
          let next = branch.next.get(word);
          if (!next) {
            next = { next: new Map() };
            branch.next.set(word, next);
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
