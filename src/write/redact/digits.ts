import type { Word } from './text.ts';

const SPOKEN = new Set('zero oh o nought one two three four five six seven eight nine'.split(' '));
const REPEATS = new Set(['double', 'triple', 'treble']);
const LARGER = new Set(
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred'.split(
    ' ',
  ),
);
const BETWEEN = /^[\s,.()+\-–/]{1,3}$/;

/** Digits said one after another, from one word to another; `digits` counts them. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly digits: number;
  /** How many of its words are single digits, spoken or written. */
  readonly single: number;
}

/** The run of digits, written or spoken, that begins at a word; undefined where none does. */
export function runAt(words: readonly Word[], from: number): Run | undefined {
  let digits = 0;
  let single = 0;
  let to = from;
  for (; to < words.length; to += 1) {
    if (to > from && !BETWEEN.test(words[to].gap)) break;
    const { key } = words[to];
    if (/^\d+$/.test(key)) {
      digits += key.length;
      if (key.length === 1) single += 1;
    } else if (SPOKEN.has(key)) {
      digits += 1;
      single += 1;
    } else if (LARGER.has(key)) digits += key.length > 0 && key !== 'hundred' ? 1 : 2;
    else if (!REPEATS.has(key)) break;
    else digits += key === 'double' ? 1 : 2;
  }
  while (to > from && REPEATS.has(words[to - 1].key)) to -= 1;
  return to > from ? { from, to, digits, single } : undefined;
}

/** Whether a word says a number, in letters. */
export function isNumberWord(key: string): boolean {
  return SPOKEN.has(key) || LARGER.has(key);
}
