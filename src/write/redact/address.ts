import { isNumberWord } from './digits.ts';
import { type Kind, matches, type Span } from './kind.ts';
import { listOf } from './lists.ts';
import { isListed, isPlain } from './name-words.ts';
import { phraseEnd } from './phrase.ts';
import type { Text, Word } from './text.ts';

const PATTERNS = [
  /\b(?:GIR\s?0AA|[A-PR-UWYZ]\d{1,2}\s\d[ABD-HJLNP-UW-Z]{2}|[A-PR-UWYZ][A-HK-Y]\d{1,2}\s?\d[ABD-HJLNP-UW-Z]{2}|[A-PR-UWYZ][A-HK-Y]?\d[A-Z]\s?\d[ABD-HJLNP-UW-Z]{2})\b/dg,
  /\bzip(?:\s?code)?(?:\sis|:)?\s(\d{5}(?:-\d{4})?)\b/dgi,
  /\bpost\s?code(?:\sis|:)?\s([A-Z]{1,2}\d{1,2}[A-Z]?\s?\d[A-Z]{2})\b/dgi,
  /\b[A-Z]{2}\s(\d{5}(?:-\d{4})?)\b/dg,
  /(?<![\p{N}-])\d{5}-\d{4}(?![\p{N}-])/dgu,
  /\bP\.?\s?O\.?\s?Box\s(\d+)/dgi,
  /\b(?:apartment|apt\.?|flat|suite)\s(?:number\s)?#?(\d{1,5}[A-Za-z]?)\b(?!\s?(?:mg|milli|units?))/dgi,
];
/** Heads that say a street in text without capitals too, behind a house number. */
const STREETS = new Set('street avenue road boulevard lane crescent terrace drive'.split(' '));
const LINKED = /^(?:\s|\s?[.'’]\s?|-)$/;
/** Words of such a street at most. */
const LONGEST = 4;
/** Before `road` or `drive` they measure or count. */
const MEASURES = new Set(
  'minute minutes hour hours mile miles block blocks km kilometre kilometres kilometer kilometers way more or of to long lane times days day weeks week months month years year per mg milligrams first second other different bad main busy dirt long'.split(
    ' ',
  ),
);

/** Streets with their house numbers, post codes, and names of hospitals, schools and the like; the head word stays. */
export const address: Kind = {
  id: 'address',
  *find(text) {
    for (const pattern of PATTERNS) yield* matches(pattern, text.text);
    const heads = listOf('place-heads');
    for (let at = 1; at < text.words.length; at += 1) {
      if (phraseEnd(text, at, heads) === at) continue;
      const span = namedBefore(text, at) ?? numberedBefore(text, at);
      if (span) yield span;
    }
  },
};

/** The capitalised words before a head with a capital of its own, and the house number before them. */
function namedBefore(read: Text, head: number): Span | undefined {
  const { text, words, cased } = read;
  if (!cased || !words[head].capital) return undefined;
  let from = head;
  while (from > 0 && head - from < LONGEST && words[from - 1].capital && LINKED.test(words[from].gap)) from -= 1;
  if (from === head) return undefined;
  const number = words[from - 1];
  const isNumbered = number && /^\d+[a-z]?$/.test(number.key) && /^,?\s$/.test(words[from].gap);
  const spelt = numberWordsBefore(words, from);
  const isSpelt = spelt < from;
  // `The Pain Clinic` is a kind of clinic, `The Riverside Clinic` is one.
  while (!isNumbered && !isSpelt && from < head && isKind(words[from], read)) from += 1;
  if (from === head) return undefined;
  const start = isNumbered ? number.start : words[isSpelt ? spelt : from].start;
  return { start, end: start + text.slice(start, words[head].start).trimEnd().length };
}

/** The first of the words `sixty two` before a street; the street's own where there are none. */
function numberWordsBefore(words: readonly Word[], from: number): number {
  let at = from;
  while (at > 0 && isNumberWord(words[at - 1].key) && /^[\s-]$/.test(words[at].gap)) at -= 1;
  return at;
}

/** A word that names nothing: an ordinary one, or the first of a sentence that is no name by itself. */
function isKind(word: Word, text: Text): boolean {
  return isPlain(word, text) || (word.opens && !isListed(word, text));
}

/** `42 elm street`: a number and a word or two. */
function numberedBefore({ words }: Text, head: number): Span | undefined {
  if (!STREETS.has(words[head].key)) return undefined;
  for (let from = head - 1; from >= 0 && head - from <= LONGEST - 1; from -= 1) {
    if (!/^,?\s$/.test(words[from + 1].gap)) return undefined;
    const { key, start } = words[from];
    if (/^\d{1,5}$/.test(key)) return head - from > 1 ? { start, end: words[head - 1].end } : undefined;
    if (MEASURES.has(key) || listOf('not-names').has(key)) return undefined;
  }
  return undefined;
}
