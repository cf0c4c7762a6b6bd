import type { Kind, Span } from './kind.ts';
import { listOf } from './lists.ts';
import { namedByContext } from './name-contexts.ts';
import { isAcronym, isEponym, isGiven, isListed, isPlain, isSurname, isWordName } from './name-words.ts';
import type { Text, Word } from './text.ts';

/** Words of a name at most: `Maria del Carmen Ortiz`. */
const LONGEST = 4;
const PARTICLES = new Set('de del della di da dos van von der den la le el al bin ibn ben st mac'.split(' '));

/** Names of people: by what is before them, by lists, and where the visit has taught them. */
export const name: Kind = {
  id: 'name',
  *find(text, names) {
    const { words } = text;
    const named = new Set<number>();
    for (const { at } of namedByContext(text)) named.add(at);
    for (let at = 0; at < words.length; at += 1) {
      if (!named.has(at) && !isNameItself(text, at, names)) continue;
      let to = at + 1;
      while (to < words.length && to - at < LONGEST && continues(text, to)) to += 1;
      yield spanOf(words, at, to);
      at = to - 1;
    }
  },
};

/** The names that a text gives away, by which they are found elsewhere in the visit too. */
export function* namesTold(text: Text): Generator<string> {
  for (const { at, isSure } of namedByContext(text)) {
    if (!isSure) continue;
    const words = [text.words[at]];
    for (let to = at + 1; to - at < LONGEST && to < text.words.length && continues(text, to); to += 1)
      words.push(text.words[to]);
    for (const word of words) if (isTelling(word, text)) yield word.base;
  }
}

/** The words of a person's label by which they can be found in the text. */
export function* tellingWords(label: Text): Generator<string> {
  for (const word of label.words) if (isTelling(word, label)) yield word.base;
}

/** A word that is a name again wherever it comes back. */
function isTelling(word: Word, text: Text): boolean {
  return word.base.length > 2 && !isPlain(word, text) && !isWordName(word) && !listOf('eponyms').has(word.base);
}

function isNameItself(text: Text, at: number, names: ReadonlySet<string>): boolean {
  const { words, cased } = text;
  const word = words[at];
  const next = words[at + 1];
  if (isEponym(word, next) || isAcronym(word, text) || listOf('months').has(word.key)) return false;
  // Charcot-Marie-Tooth
  if (at > 0 && words[at - 1].capital && /^[ -]$/.test(word.gap) && listOf('eponyms').has(words[at - 1].key))
    return false;
  if (isInitial(word) && hasInitials(text, at)) return true;
  if (names.has(word.base) && (word.capital || !cased)) return true;
  if (isGiven(word)) return word.capital || !cased;
  if (!cased || !word.capital) return false;
  if (isSurname(word, text, word)) return !isPlain(word, text);
  if (!listOf('given-words').has(word.base)) return false;
  // A name that is a word: a surname after it, or a capital inside the sentence.
  if (next?.capital && /^\s$/.test(next.gap) && (isListed(next, text) || !(isPlain(word, text) || isPlain(next, text))))
    return true;
  return !word.opens && !isPlain(word, text) && !beginsTitle(text, at);
}

/** `J. R. Hollis`: two letters with points, or one before a surname that we know. */
function hasInitials(text: Text, at: number): boolean {
  const second = text.words[at + 1];
  const third = text.words[at + 2];
  if (!second || !/^\.\s?$/.test(second.gap) || !second.capital) return false;
  if (!isInitial(second)) return isSurname(second, text, second);
  return third?.capital === true && /^\.\s?$/.test(third.gap) && !isPlain(third, text);
}

function isInitial({ key, capital }: Word): boolean {
  return capital && key.length === 1;
}

/** Words with capitals on both sides are a heading or the name of a thing. */
function beginsTitle(text: Text, at: number): boolean {
  const next = text.words[at + 1];
  return next?.capital === true && /^\s$/.test(next.gap) && isPlain(next, text);
}

/** Whether a name goes on with this word. */
function continues(text: Text, at: number): boolean {
  const { words, cased } = text;
  const word = words[at];
  const before = words[at - 1];
  const next = words[at + 1];
  if (before.key !== before.base) return false;
  const gap = word.gap;
  const isInitial = before.key.length === 1 || /^(?:st|jr|sr)$/.test(before.key);
  if (!/^[ -]$/.test(gap) && !(isInitial && /^\s?\.\s$/.test(gap))) return false;
  if (isEponym(word, next) && !isSurname(word, text, word)) return false;
  if (PARTICLES.has(word.key))
    return next !== undefined && /^\s$/.test(next.gap) && (next.capital || (!cased && isListed(next, text)));
  if (cased) return word.capital && word.key !== 'i' && !(isPlain(word, text) && !isWordName(word)) && !isHead(word);
  if (isSurname(word, text, word) || isGiven(word)) return true;
  // Without capitals a word is a surname only where nothing follows it that it could belong to.
  return listOf('surname-words').has(word.base) && !isPlain(word, text) && (!next || /[,.?!;]/.test(next.gap));
}

function isHead({ key }: Word): boolean {
  return listOf('place-heads').has(key);
}

/** From the first letter to the last, a closing `'s` left out. */
function spanOf(words: readonly Word[], from: number, to: number): Span {
  return { start: words[from].start, end: words[to - 1].baseEnd };
}
