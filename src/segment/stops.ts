import { classOf, KIND, textOf, UNIT } from './characters.ts';

/** An abbreviation has no more characters than these. */
const LONGEST = 8;
const FILTER = 1 << 11;

/** By hash, whether an abbreviation without a stop inside may have it: most words before a full stop have none. */
let filter = new Uint8Array(FILTER);
let filtered: ReadonlySet<string> | undefined;

/**
 * Whether the full stop at `i`, before `end`, ends a sentence: not in an ellipsis, which is a pause, nor behind an abbreviation. A
 * blank goes before the text.
 */
export function endsSentence(units: Uint16Array, i: number, end: number, abbreviations: ReadonlySet<string>): boolean {
  if (units[i + 1] === UNIT.dot || units[i - 1] === UNIT.dot) return false;
  if (filtered !== abbreviations) build(abbreviations);
  const first = i - LONGEST - 1;
  let from = i;
  let hash = 0;
  let isPlain = true;
  while (from > first) {
    const unit = units[from - 1];
    if (unit === UNIT.dot || unit > 127) isPlain = false;
    if (unit !== UNIT.dot && classOf(unit) !== KIND.letter) break;
    hash = hashed(hash, unit);
    from -= 1;
  }
  if (from === i || from === first || (isPlain && filter[hash & (FILTER - 1)] === 0)) return true;
  const word = textOf(units, from, i).toLowerCase();
  if (abbreviations.has(word)) return false;
  return !word.includes('.') || i + 1 === end || /^\s+[A-Z]/.test(textOf(units, i + 1, Math.min(end, i + 4)));
}

/** With one more letter of ASCII, in lower case. */
function hashed(hash: number, unit: number): number {
  return Math.imul(hash ^ (unit | 32), 0x9e3779b1) >>> 7;
}

function build(abbreviations: ReadonlySet<string>): void {
  filter = new Uint8Array(FILTER);
  filtered = abbreviations;
  for (const word of abbreviations) {
    let hash = 0;
    for (let k = word.length - 1; k >= 0; k -= 1) hash = hashed(hash, word.charCodeAt(k));
    filter[hash & (FILTER - 1)] = 1;
  }
}
