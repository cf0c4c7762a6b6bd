import type { Kind } from './kind.ts';
import { listOf } from './lists.ts';
import { isPlain } from './name-words.ts';
import { phraseEnd } from './phrase.ts';
import type { Text } from './text.ts';

const BEFORE = new Set(
  'in at to from near of around outside inside via through across visit visiting visited leave leaving left live lives lived for called into toward towards'.split(
    ' ',
  ),
);
const LIVING = new Set(
  'live lives lived living born raised up move moves moved moving reside resides resided residing settled home originally'.split(
    ' ',
  ),
);
/** Short forms of states and provinces, after a place. */
const STATE =
  /^(?:A[KLRZ]|CA|CO|CT|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|BC|ON|QC|AB|NSW|UK|USA?)$/;

/** Countries, states, counties and cities. */
export const place: Kind = {
  id: 'place',
  *find(text) {
    const sure = listOf('places');
    const words = listOf('place-words');
    for (let at = 0; at < text.words.length; at += 1) {
      let end = phraseEnd(text, at, sure);
      if (end === at || !isCapital(text, at, end)) end = isPlaced(text, at) ? phraseEnd(text, at, words) : at;
      if (end === at) end = homeEnd(text, at);
      if (end === at) continue;
      // The Glasgow coma scale is no place.
      if (listOf('eponym-nouns').has(text.words[end]?.key ?? '')) continue;
      const last = text.words[end - 1];
      yield { start: text.words[at].start, end: last.key === last.base ? last.end : last.baseEnd };
      const next = text.words[end];
      if (next && STATE.test(text.text.slice(next.start, next.end)) && /^\s?,?\s$/.test(next.gap)) {
        yield { start: next.start, end: next.end };
        end += 1;
      }
      at = end - 1;
    }
    for (const { start, end } of text.words) {
      // Countries by their letters.
      if (/^(?:USA|UK|UAE|NYC)$/.test(text.text.slice(start, end))) yield { start, end };
    }
  },
};

/** Without capitals a place of two words, or one that means nothing else, is one. */
function isCapital({ words, cased }: Text, from: number, to: number): boolean {
  return !cased || words.slice(from, to).some(({ capital }) => capital);
}

/** The index after a capitalised name that somebody lives in, moved to, comes from by birth; `at` where it is none. */
function homeEnd(text: Text, at: number): number {
  const { words, cased } = text;
  const isHome =
    cased &&
    at >= 2 &&
    ['in', 'to', 'from', 'near', 'at'].includes(words[at - 1].key) &&
    (LIVING.has(words[at - 2].key) || (words[at - 2].key === 'back' && LIVING.has(words[at - 3]?.key ?? '')));
  let end = at;
  while (isHome && end < words.length && words[end].capital && !words[end].opens && !isPlain(words[end], text)) {
    if (end > at && !/^[ -]$/.test(words[end].gap)) break;
    end += 1;
  }
  return end;
}

function isPlaced({ words, cased }: Text, at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  const isThe = before?.key === 'the';
  const lead = isThe ? words[at - 2] : before;
  return cased && word.capital && !word.opens && lead !== undefined && BEFORE.has(lead.key);
}
