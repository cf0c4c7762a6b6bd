import type { Turn } from '../visit.ts';
import { sizeOf, unitsOf } from './units.ts';

/** A visit whose speech has fewer end marks a word than this is written without punctuation. */
const MARKS_A_WORD = 1 / 60;

/** What a blank and an end mark add to a sum. */
const BLANK = 1;
const MARK = 1 << 16;
/** So many characters are summed at once: fewer than there is room for below `MARK`. */
const PART = 1 << 12;
/** Of a very long visit, so many characters are looked at together. */
const LONG = 1 << 16;

/** By character, what it adds. */
const adds = new Int32Array(128);
adds[32] = BLANK;
for (const mark of '.?!') adds[mark.charCodeAt(0)] = MARK;

/** Whether speech is written as a speech recogniser without punctuation writes it. */
export function isUnpunctuated(marks: number, words: number): boolean {
  return marks < words * MARKS_A_WORD;
}

/** The same of turns that are too long for all to be cut at once. */
export function areUnpunctuated(turns: readonly Turn[]): boolean {
  let blanks = 0;
  let marks = 0;
  for (let from = 0; from < turns.length; ) {
    let to = from;
    for (let length = 0; to < turns.length && length < LONG; to += 1) length += turns[to].text.length;
    const some = turns.slice(from, to);
    const units = unitsOf(some);
    const size = sizeOf(some);
    blanks -= 1;
    for (let at = 0; at < size; at += PART) {
      const sum = summed(units, at, Math.min(size, at + PART));
      blanks += sum & (MARK - 1);
      marks += sum >>> 16;
    }
    from = to;
  }
  // A blank stands behind each word.
  return isUnpunctuated(marks, blanks);
}

function summed(units: Uint16Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) {
    const unit = units[i];
    if (unit < 128) sum += adds[unit];
  }
  return sum;
}
