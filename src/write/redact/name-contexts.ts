import { listOf } from './lists.ts';
import { isAcronym, isEponym, isGiven, isListed, isPlain, isWordName } from './name-words.ts';
import { phraseEnd } from './phrase.ts';
import type { Text, Word } from './text.ts';

/** A word that its context makes a name, and whether the context alone is enough to know it again elsewhere. */
export interface Named {
  readonly at: number;
  readonly isSure: boolean;
}

const BLANK = /^\s?\.?\s$|^\s$/;
const COMMA = /^\s?\.?\s?,?\s$/;
/** A name follows these even without a capital. */
const ABBREVIATED = new Set(['dr', 'drs', 'mr', 'mrs', 'ms', 'mx', 'mister', 'missus']);
/** Titles that are other things without a capital. */
const CAPITAL_TITLES = new Set(
  'brother captain dame father judge lady lord madam major master matron officer sister sir miss doc'.split(' '),
);
/** Who is greeted so is called by name, whatever the word. */
const STRONG = new Set('hi hello hey thanks morning afternoon evening goodbye bye hiya you'.split(' '));

/** The last words of "I'm" and "this is". */
const INTRODUCES = new Set(['im', 'am', 'is']);

/** Every word that a title, an introduction, a relation or a greeting before it makes a name. */
export function* namedByContext(text: Text): Generator<Named> {
  const { words } = text;
  for (let at = 0; at < words.length; at += 1) {
    yield* afterTitle(text, at);
    yield* afterPhrase(text, at);
    yield* afterRelation(text, at);
    yield* afterGreeting(text, at);
  }
}

function* afterTitle(text: Text, at: number): Generator<Named> {
  const title = text.words[at];
  const word = text.words[at + 1];
  if (!word || !listOf('titles').has(title.key) || !BLANK.test(word.gap)) return;
  const isShort = ABBREVIATED.has(title.key);
  if (/\.\s/.test(word.gap) && !isShort && title.key.length > 4) return;
  if (CAPITAL_TITLES.has(title.key) && text.cased && !title.capital) return;
  const isUnlikely = isPlain(word, text);
  if (text.cased && word.capital) {
    if (!isUnlikely || isListed(word, text)) yield { at: at + 1, isSure: true };
  } else if (!isUnlikely && ((isShort && !text.cased) || (isListed(word, text) && !isWordName(word)))) {
    yield { at: at + 1, isSure: true };
  }
}

function* afterPhrase(text: Text, at: number): Generator<Named> {
  const { words, cased } = text;
  const end = phraseEnd(text, at, listOf('introductions'));
  const word = words[end];
  if (end > at && word && COMMA.test(word.gap)) {
    const isTold = words.slice(at, end).some(({ key }) => key === 'name' || key === 'names' || key === 'surname');
    if (!isPlain(word, text) && (word.capital || isListed(word, text) || (!cased && isTold && word.key.length > 2)))
      yield { at: end, isSure: word.capital || isTold };
    return;
  }
  const soft = phraseEnd(text, at, listOf('soft-introductions'));
  const first = words[soft];
  if (soft === at || !first || !cased || !first.capital || !/^\s$/.test(first.gap) || isPlain(first, text)) return;
  const second = words[soft + 1];
  if (isEponym(first, second)) return;
  // Of an unknown word a second capital makes a name: "I'm Zofia Wilk", not "I'm Polish".
  if (isListed(first, text)) yield { at: soft, isSure: false };
  else if (!INTRODUCES.has(words[soft - 1].key) || isEponym(second ?? first, words[soft + 2])) return;
  else if (second?.capital && /^\s$/.test(second.gap) && !isPlain(second, text)) yield { at: soft, isSure: true };
}

function* afterRelation(text: Text, at: number): Generator<Named> {
  const { words, cased } = text;
  const word = words[at + 1];
  if (!word || !listOf('kin').has(words[at].key) || !COMMA.test(word.gap) || isPlain(word, text)) return;
  if (isEponym(word, words[at + 2]) || isAcronym(word, text)) return;
  const isApart = word.gap.includes(',');
  if (cased && word.capital && !word.opens && (!isApart || isListed(word, text))) yield { at: at + 1, isSure: true };
  else if (!cased && !isApart && listOf('given-words').has(word.base)) yield { at: at + 1, isSure: false };
}

function* afterGreeting(text: Text, at: number): Generator<Named> {
  const { words, cased } = text;
  const end = phraseEnd(text, at, listOf('greetings'));
  const word = words[end];
  if (end === at || !word || !COMMA.test(word.gap) || isPlain(word, text)) return;
  const isStrong = STRONG.has(words[end - 1].key);
  if (cased ? !word.capital : isGiven(word) || !listOf('given-words').has(word.base)) return;
  if (isListed(word, text)) {
    if (isStrong || word.gap.includes(',') || isGiven(word)) yield { at: end, isSure: false };
  } else if (isStrong && cased && !word.opens && endsHere(text, words[end + 1], word)) yield { at: end, isSure: true };
}

function endsHere({ text }: Text, next: Word | undefined, word: Word): boolean {
  return !next || /[,.?!;]/.test(text.slice(word.end, next.start));
}
