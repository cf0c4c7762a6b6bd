import { PACKED } from '../lexicon/forms.ts';
import { aboutOf, CHARACTER, characters, classOf, KIND, textOf, UNIT } from './characters.ts';
import { endsSentence } from './stops.ts';

/** Numbers of a word in `words`. */
export enum WORD {
  /** Its key, see lexicon/forms.ts; `high` is -1 where it is not packed. */
  low = 0,
  high = 1,
  /** The place of its first unit, and the one behind its last. */
  from = 2,
  to = 3,
  /** What stands between it and the word before: a gap as in `Terms`, and from `markAt` on the end mark. */
  before = 4,
  width = 5,
}

/** Bits of `WORD.before`. */
export enum BEFORE {
  gap = 3,
  markAt = 2,
}

const LONGEST_MARK = 60;

/** So many words are cut at once. */
const MANY = 1 << 10;

/** The words that were cut last, and the unit behind them; how many blanks and end marks were met since somebody last cleared them. */
export const words = { list: new Int32Array((MANY + 1) * WORD.width), next: 0, blanks: 0, marks: 0 };

/**
 * Cuts the words among the units [from, end) into `words`, in the order of the text, until there are many; gives where in its list
 * they end. A blank follows the text and goes before it. Behind the words stands one more, of which only `before` counts: what stands
 * behind the last. Words are only cut here and looked up afterwards: where a word ends no processor foresees, and the memory's
 * answers would have to wait for that.
 */
export function cutWords(units: Uint16Array, from: number, end: number, abbreviations: ReadonlySet<string>): number {
  const into = words.list;
  let at = 0;
  let gap = 0;
  let mark = 0;
  let blanks = 0;
  let marks = 0;
  // A number of 32 bits.
  let i = from | 0;
  while (i < end && at < MANY * WORD.width) {
    const code = units[i];
    let letter = (code | UNIT.blank) - UNIT.beforeA;
    if (letter > 0 && letter <= 26) {
      // Letters from a to z, in any case, are known without a table; what else stands in a word is seldom.
      const start = i;
      let low = 0;
      let high = 0;
      do {
        high = (high << 5) | (low >>> 27);
        low = (low << 5) | letter;
        i += 1;
        letter = (units[i] | UNIT.blank) - UNIT.beforeA;
      } while (letter > 0 && letter <= 26);
      into[at] = low;
      into[at + WORD.high] = i - start <= PACKED.most ? high : -1;
      into[at + WORD.from] = start;
      into[at + WORD.to] = i;
      into[at + WORD.before] = (mark << BEFORE.markAt) | gap;
      if (units[i] !== UNIT.blank) i += rest(units, start, i, into, at);
      at += WORD.width;
      gap = 0;
      mark = 0;
      continue;
    }
    if (code === UNIT.blank) {
      blanks += 1;
      i += 1;
      continue;
    }
    const kind = classOf(code);
    if (kind === KIND.letter || kind === KIND.digit || (kind === KIND.apostrophe && startsWord(units, i))) {
      into[at + WORD.from] = i;
      into[at + WORD.before] = (mark << BEFORE.markAt) | gap;
      i += rest(units, i, i, into, at);
      at += WORD.width;
      gap = 0;
      mark = 0;
      continue;
    }
    if (kind === KIND.stop) {
      marks += 1;
      if (code !== UNIT.dot || endsSentence(units, i, end, abbreviations)) {
        gap = 2;
        // A question mark outweighs what stands beside it: `?!`, `?.`.
        if (mark !== UNIT.question) mark = code;
      } else if (gap < 1) gap = 1;
    } else if (kind === KIND.soft || kind === KIND.hyphen) {
      if (gap < 1) gap = 1;
    } else if (kind === KIND.opens) {
      i += marked(units, i, end, code === UNIT.less ? UNIT.greater : UNIT.bracket);
    }
    i += 1;
  }
  into[at + WORD.before] = (mark << BEFORE.markAt) | gap;
  words.next = i;
  words.blanks += blanks;
  words.marks += marks;
  return at;
}

/** Reads the word that began at `start` on from `i`; how far it goes on. Where it does, or where it begins, its key is written anew. */
function rest(units: Uint16Array, start: number, i: number, into: Int32Array, at: number): number {
  let to = i;
  let about = aboutOf(units[to]);
  // At the word's beginning stands what begins words, an apostrophe too.
  while (to === start || (about & CHARACTER.spells) !== 0 || joins(units, to, start, about & CHARACTER.kind)) {
    if (units[to] === UNIT.dot) words.marks += 1;
    to += 1;
    about = aboutOf(units[to]);
  }
  if (to === i) return 0;
  let low = 0;
  let high = 0;
  let seen = 0;
  for (let k = start; k < to; k += 1) {
    const packed = characters[units[k]] >>> CHARACTER.packed;
    seen |= packed;
    high = (high << 5) | (low >>> 27);
    low = (low << 5) | packed;
  }
  into[at] = low;
  into[at + WORD.high] = (seen & PACKED.not) === 0 && to - start <= PACKED.most ? high : -1;
  into[at + WORD.to] = to;
  return to - i;
}

/** How far behind `i`, where a transcriber's mark opens, it closes, before `end`; 0 where it is none. */
function marked(units: Uint16Array, i: number, end: number, close: number): number {
  const last = Math.min(end - 1, i + LONGEST_MARK);
  for (let k = i + 1; k <= last; k += 1) {
    if (units[k] !== close) continue;
    for (let inner = i + 1; inner < k; inner += 1) {
      if (units[inner] === UNIT.blank) words.blanks += 1;
      else if (classOf(units[inner]) === KIND.stop) words.marks += 1;
    }
    return k - i;
  }
  return 0;
}

function startsWord(units: Uint16Array, i: number): boolean {
  const next = classOf(units[i + 1]);
  const before = classOf(units[i - 1]);
  if (next !== KIND.letter || before === KIND.letter || before === KIND.digit) return false;
  return /^['’](s|m|d|re|ve|ll|cause|til|em|bout|kay)\b/i.test(textOf(units, i, i + 8));
}

/** Whether a character that is neither letter nor digit goes on with the word that began at `from`. */
function joins(units: Uint16Array, i: number, from: number, kind: number): boolean {
  const code = units[i];
  if (kind === 0 && code !== UNIT.slash) return false;
  const next = classOf(units[i + 1]);
  if (next !== KIND.letter && next !== KIND.digit) return false;
  if (kind === KIND.apostrophe && next === KIND.letter) return true;
  const before = classOf(units[i - 1]);
  if (kind === KIND.hyphen) return before !== KIND.hyphen;
  if (before === KIND.digit && next === KIND.digit) {
    if (code === UNIT.dot || code === UNIT.slash || code === UNIT.comma || code === UNIT.colon) return true;
  }
  // b.i.d., e.g.: single letters with stops between.
  return code === UNIT.dot && lone(units, i - 1, from) && classOf(units[i + 2]) !== KIND.letter;
}

function lone(units: Uint16Array, i: number, from: number): boolean {
  return classOf(units[i]) === KIND.letter && (i === from || units[i - 1] === UNIT.dot);
}
