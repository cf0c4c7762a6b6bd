import { listOf } from './lists.ts';
import type { Text, Word } from './text.ts';

/** A given name that means nothing else. */
export function isGiven({ base }: Word): boolean {
  return listOf('given').has(base);
}

/** A surname that means nothing else, by the list or by its form: `McAllister`, `O'Hara`, `Kowalczewski`. */
export function isSurname({ base, capital }: Word, { text }: Text, word: { start: number; end: number }): boolean {
  if (listOf('surnames').has(base)) return true;
  if (!capital) return false;
  if (/^(?:Mc\p{Lu}|Mac\p{Lu}|[OD]['’]\p{Lu})\p{L}{2}/u.test(text.slice(word.start, word.end))) return true;
  return base.length > 5 && hasEnding(base);
}

/** A given name or surname that is a word as well. */
export function isWordName({ base }: Word): boolean {
  return listOf('given-words').has(base) || listOf('surname-words').has(base);
}

/** In a list of names of any sort. */
export function isListed(word: Word, text: Text): boolean {
  return isGiven(word) || isWordName(word) || isSurname(word, text, word);
}

/** A word that is never a name by its place alone; with a capital inside a sentence `Will` and `May` are names. */
export function isPlain({ key, base, capital, opens }: Word, { cased }: Text): boolean {
  if (cased && capital && !opens && listOf('given-words').has(base)) return false;
  return listOf('not-names').has(key) || listOf('not-names').has(base) || listOf('titles').has(key) || /^\d/.test(key);
}

/** `TIA`, `PIP`: few letters, all capitals, among words that are not. */
export function isAcronym({ start, end, base, key }: Word, { text, cased }: Text): boolean {
  const written = text.slice(start, end);
  const isShort = key.length < 4 || (key.length === 4 && !listOf('given').has(base));
  return cased && isShort && key.length > 1 && written === written.toUpperCase();
}

/** Names an illness, a sign, an instrument: Parkinson's, Murphy's sign, the Smith test. */
export function isEponym(word: Word, next: Word | undefined): boolean {
  if (next && /^\s?$/.test(next.gap.replace('-', '')) && listOf('eponym-nouns').has(next.key)) return true;
  return listOf('eponyms').has(word.base) && !isGiven(word);
}

function hasEnding(base: string): boolean {
  for (let length = 4; length < base.length - 1 && length < 9; length += 1) {
    if (listOf('surname-endings').has(base.slice(-length))) return true;
  }
  return false;
}
