import type { Openers } from '../lexicon/types.ts';
import type { Vocabulary } from '../lexicon/vocabulary.ts';
import type { Growing } from './terms.ts';

/**
 * Where questions, sentences and their lead-ins begin in a stretch of terms: by symbol, the bits of the lists that hold it, so that
 * most terms are done with after one look.
 */
export type Asking = Int32Array;

/** Terms, and the bits of all lists that may take something at each. */
export type Begun = Pick<Growing, 'ids' | 'phrasesAt' | 'phrases' | 'sizes' | 'begins'>;

const LEAD = 1 << 0;
const INVERSION = 1 << 1;
const QUESTION = 1 << 2;
const HEAD = 1 << 3;
const NEVER = 1 << 4;
const ASKING = 1 << 5;
const SUBJECT = 1 << 6;
const LATE = 1 << 7;
const ADDRESSED = 1 << 8;
const BOUND = 1 << 9;
const TIGHT = 1 << 10;
const SUPPORT = 1 << 11;
const OPEN = 1 << 12;
const FRAGMENT = 1 << 13;
const TAKER = 1 << 14;
const TIED = 1 << 15;
const TAG = 1 << 16;
const BREAK = 1 << 17;
const RESUME = 1 << 18;
const UNSURE = 1 << 19;
const SUBORDINATE = 1 << 20;
// What the lexicon has no lists for.
const RELATIVE = 1 << 21;
const CONTRACTED = 1 << 22;
const KNOW = 1 << 23;
const OR = 1 << 24;

const BITS: Readonly<Partial<Record<keyof Openers, number>>> = {
  openers: LEAD,
  inversions: INVERSION,
  questions: QUESTION,
  heads: HEAD,
  never: NEVER,
  asking: ASKING,
  subjects: SUBJECT,
  late: LATE,
  addressed: ADDRESSED,
  bound: BOUND,
  tight: TIGHT,
  support: SUPPORT,
  open: OPEN,
  fragments: FRAGMENT,
  takers: TAKER,
  tied: TIED,
  tags: TAG,
  breaks: BREAK,
  resumes: RESUME,
  unsure: UNSURE,
  subordinate: SUBORDINATE,
};

const WORDS: readonly (readonly [bit: number, words: readonly string[]])[] = [
  [RELATIVE, ['which', 'who', 'whose']],
  // What a pattern's `is` also reads: `'s it` begins nothing.
  [CONTRACTED, ["'s", "'re", "'ve", "'d", "'m", "'ll"]],
  [KNOW, ['know']],
  [OR, ['or']],
];

/** Bits of what begins a question anywhere, and of what begins anything where marks are missing. */
const ANYWHERE = INVERSION | ASKING | QUESTION;
const ANYTHING = ANYWHERE | FRAGMENT | TAG | BREAK | RESUME;
/** Bits of what begins a question at the head of a sentence. */
const AT_HEAD = ANYWHERE | FRAGMENT | SUBORDINATE | HEAD;

/** An interrogative reaches so many terms forward to its verb: `how many glasses of wine would you`. */
const REACH = 6;
/** More openers in a row than these terms are none. */
const OPENERS = 24;

const made = new WeakMap<Vocabulary, Asking>();

/** The finder of a lexicon's questions; built once. */
export function askingOf(openers: Openers, vocabulary: Vocabulary): Asking {
  let asking = made.get(vocabulary);
  if (!asking) {
    asking = build(openers, vocabulary);
    made.set(vocabulary, asking);
  }
  return asking;
}

function build(openers: Openers, { sets, id }: Vocabulary): Asking {
  const { heldBy, heldByAt } = sets;
  const bits = new Map<number, number>();
  for (const [key, bit] of Object.entries(BITS)) {
    const set = openers[key as keyof Openers];
    bits.set(set, (bits.get(set) ?? 0) | bit);
  }
  const asking = new Int32Array(heldByAt.length - 1);
  for (let symbol = 0; symbol < asking.length; symbol += 1) {
    for (let k = heldByAt[symbol]; k < heldByAt[symbol + 1]; k += 1) asking[symbol] |= bits.get(heldBy[k]) ?? 0;
  }
  for (const [bit, words] of WORDS) for (const word of words) asking[id(word) ?? 0] |= bit;
  // Words that the lexicon does not know are in no list.
  asking[0] = 0;
  return asking;
}

/** Terms that the list takes at `at`, before `to`: its longest phrase, or one of its words; 0 where it takes none. */
function take(asking: Asking, bit: number, text: Begun, at: number, to: number): number {
  return at < to && (text.begins[at] & bit) !== 0 ? takeBegun(asking, bit, text, at, to) : 0;
}

function takeBegun(asking: Asking, bit: number, text: Begun, at: number, to: number): number {
  const { phrasesAt, phrases, sizes } = text;
  const last = phrasesAt[at + 1];
  for (let k = phrasesAt[at]; k < last; k += 1) {
    if ((asking[phrases[k]] & bit) !== 0 && at + sizes[k] <= to) return sizes[k];
  }
  return (asking[text.ids[at]] & bit) !== 0 ? 1 : 0;
}

/** Whether anything may begin at a term where marks are missing: a question, a tag, a new sentence. False is certain. */
export function mayBegin({ begins }: Begun, at: number): boolean {
  return (begins[at] & ANYTHING) !== 0;
}

/** The next term, from `at` on and before `to`, where `mayBegin` holds; `to`, or `at` behind it, where there is none. */
export function nextBegun({ begins }: Begun, at: number, to: number): number {
  let next = at;
  while (next < to && (begins[next] & ANYTHING) === 0) next += 1;
  return next;
}

/** `how many glasses of wine would you`: an interrogative, no subject yet, then the verb before its subject. */
function interrogative(asking: Asking, text: Begun, at: number, to: number): number {
  const own = asking[text.ids[at]];
  if ((own & ASKING) === 0) return 0;
  const last = Math.min(at + REACH, to - 1);
  for (let k = at + 1; k <= last; k += 1) {
    const size = take(asking, INVERSION, text, k, to) || take(asking, LATE, text, k, to);
    const bits = asking[text.ids[k]];
    // `which is your third` goes on about what was said.
    if (size > 0) return (own & RELATIVE) !== 0 && k === at + 1 && (bits & SUPPORT) === 0 ? 0 : k + size - at;
    if ((bits & (SUBJECT | ASKING)) !== 0) return 0;
  }
  return 0;
}

/**
 * Terms of a question that may begin anywhere: an inversion, an interrogative before one, a directive; 0 where none does. `soft`:
 * punctuation stands before it, so that the word before ties nothing to itself.
 */
export function anywhere(asking: Asking, text: Begun, at: number, to: number, soft: boolean): number {
  const { ids } = text;
  const bits = text.begins[at];
  const own = asking[ids[at]];
  if ((bits & ANYWHERE) === 0 || ids[at] === 0 || (own & CONTRACTED) !== 0) return 0;
  const before = soft || at === 0 ? 0 : asking[ids[at - 1]];
  // `have you know decreased range`: a filler, where no form of do stands before it.
  const isFiller = at + 2 < to && (asking[ids[at + 2]] & KNOW) !== 0 && (own & SUPPORT) === 0;
  const inversion = isFiller || (bits & INVERSION) === 0 ? 0 : take(asking, INVERSION, text, at, to);
  if (inversion > 0) {
    if ((before & TIGHT) === 0) return Math.max(inversion, take(asking, QUESTION, text, at, to));
    return (before & OPEN) !== 0 ? take(asking, ADDRESSED, text, at, to) : 0;
  }
  const asks = (own & ASKING) === 0 ? 0 : interrogative(asking, text, at, to);
  if (asks > 0 && ((before & TIGHT) === 0 || (before & OPEN) !== 0)) return asks;
  return (before & BOUND) === 0 && (bits & QUESTION) !== 0 ? take(asking, QUESTION, text, at, to) : 0;
}

/** Terms of a question that begins so at the head of a sentence. */
export function atHead(asking: Asking, text: Begun, at: number, to: number): number {
  const bits = text.begins[at];
  if ((bits & AT_HEAD) === 0 || (asking[text.ids[at]] & CONTRACTED) !== 0) return 0;
  const size = anywhere(asking, text, at, to, true) || take(asking, FRAGMENT, text, at, to);
  if (size > 0) return size;
  // `to what extent did it`: a preposition before the interrogative.
  const isLed = at + 1 < to && (bits & SUBORDINATE) !== 0 && take(asking, SUBORDINATE, text, at, to) === 1;
  const led = isLed ? interrogative(asking, text, at + 1, to) : 0;
  if (led > 0) return led + 1;
  return (bits & HEAD) === 0 || take(asking, NEVER, text, at, to) > 0 ? 0 : take(asking, HEAD, text, at, to);
}

/** Of one that a lead-in such as `in terms of your work` has put off: `who lives with you`, `any pain` (not after `if`). */
export function postponed(asking: Asking, text: Begun, at: number, to: number, head: number): number {
  const isHeld = (asking[text.ids[head]] & TIGHT) !== 0;
  const size = isHeld ? 0 : fragment(asking, text, at, to);
  if (size > 0) return size;
  if ((asking[text.ids[at]] & ASKING) === 0 || take(asking, NEVER, text, at, to) > 0) return 0;
  return take(asking, HEAD, text, at, to);
}

/** Of a short question without a verb. */
export function fragment(asking: Asking, text: Begun, at: number, to: number): number {
  return (asking[text.ids[at - 1]] & TAKER) !== 0 ? 0 : take(asking, FRAGMENT, text, at, to);
}

/** Of a verb before its subject after `or`: the second half of a choice. */
export function alternative(asking: Asking, text: Begun, at: number, to: number): number {
  return (asking[text.ids[at - 1]] & OR) !== 0 ? take(asking, INVERSION, text, at, to) : 0;
}

/** Of a question tag that closes the stretch or stands before a break: `isn't it`, `do you`. */
export function tag(asking: Asking, text: Begun, at: number, to: number): number {
  const size = (asking[text.ids[at]] & CONTRACTED) !== 0 ? 0 : take(asking, TAG, text, at, to);
  if (size === 0) return 0;
  return at + size >= to || take(asking, BREAK, text, at + size, to) > 1 ? size : 0;
}

/** Of a head that begins a clause of a statement as well: `what is happening is`, `anything that`. */
export function unsure(asking: Asking, text: Begun, at: number, to: number): number {
  return take(asking, UNSURE, text, at, to);
}

/** Of a new sentence's beginning where marks are missing; `okay` after `sound` is none. */
export function breaks(asking: Asking, text: Begun, at: number, to: number): number {
  return (asking[text.ids[at - 1]] & (TIED | TIGHT)) !== 0 ? 0 : take(asking, BREAK, text, at, to);
}

/** Of a statement that begins behind a question where marks are missing. */
export function resumes(asking: Asking, text: Begun, at: number, to: number): number {
  return (asking[text.ids[at - 1]] & BOUND) !== 0 ? 0 : take(asking, RESUME, text, at, to);
}

/** Of a lead-in after which the question may come later. */
export function subordinate(asking: Asking, text: Begun, at: number, to: number): number {
  return take(asking, SUBORDINATE, text, at, to);
}

/** First term after openers; `at` itself where nothing else follows. */
export function afterOpeners(asking: Asking, text: Begun, at: number, to: number): number {
  let k = at;
  // Bounded, so that a text of openers alone is not read to its end from each of them.
  const last = Math.min(to, at + OPENERS);
  while (k < last) {
    const size = take(asking, LEAD, text, k, to);
    if (size === 0) break;
    k += size;
  }
  return k < to ? k : at;
}
