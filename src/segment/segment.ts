import type { Lexicon } from '../lexicon/types.ts';
import { vocabularyOf } from '../lexicon/vocabulary.ts';
import type { Turn, Visit } from '../visit.ts';
import { inBlocks } from './blocks.ts';
import { sentencesOf } from './sentences.ts';
import { addBreak, addPhrases, type Growing, newTerms, settle } from './terms.ts';
import { tokenise } from './tokens.ts';
import type { Segmented, Terms } from './types.ts';
import { unitsOf } from './units.ts';

export type { Segmented, Sentence } from './types.ts';

/** A visit whose speech has fewer end marks a word than this is written without punctuation. */
const MARKS_A_WORD = 1 / 60;

/** A visit of more characters is cut in blocks, as it is asked for. */
const VERY_LONG = 1 << 19;

/**
 * Cuts every turn of a visit into sentences and terms; one entry a turn, in order. `reuse` are terms of a visit that is done
 * with: their arrays are written over, which spares a long run the making of them.
 */
export function segmentVisit(visit: Visit, lexicon: Lexicon, reuse?: Terms): Segmented[] {
  const { turns } = visit;
  const vocabulary = vocabularyOf(lexicon);
  const words = vocabulary.forms();
  const bare = visit.kind === 'transcript' && isUnpunctuated(visit);
  const characters = charactersOf(turns);
  if (characters <= VERY_LONG)
    return segmentTurns(turns, bare, lexicon, newTerms(characters, turns.length, words, reuse));
  let scratch: Growing | undefined;
  return inBlocks(turns, (some) => {
    scratch = newTerms(charactersOf(some), some.length, words, scratch);
    const cut = segmentTurns(some, bare, lexicon, scratch);
    const terms = settle(scratch);
    return cut.map((turn) => ({ ...turn, terms }));
  });
}

function charactersOf(turns: readonly Turn[]): number {
  let characters = 0;
  for (const { text } of turns) characters += text.length;
  return characters;
}

/** Cuts turns into `terms`, which are empty. */
function segmentTurns(turns: readonly Turn[], bare: boolean, lexicon: Lexicon, terms: Growing): Segmented[] {
  const vocabulary = vocabularyOf(lexicon);
  const { openers } = lexicon;
  const out: Segmented[] = [];
  const units = unitsOf(turns);
  let base = 1;
  addBreak(terms);
  for (const turn of turns) {
    const from = terms.count;
    const words = tokenise(units, base, turn.text, terms);
    base += turn.text.length + 1;
    addPhrases(terms, from, vocabulary);
    const to = terms.count;
    out.push({ turn, words, terms, from, to, sentences: sentencesOf(terms, from, to, bare, openers, vocabulary) });
    addBreak(terms);
  }
  return out;
}

/** Whether a visit is written as a speech recogniser without punctuation writes it. */
export function isUnpunctuated(visit: Visit): boolean {
  let marks = 0;
  let words = 0;
  let left = charactersOf(visit.turns) + visit.turns.length;
  for (const { text } of visit.turns) {
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code > 63) continue;
      if (code === 32) words += 1;
      else if (code === 46 || code === 63 || code === 33) marks += 1;
    }
    words += 1;
    left -= text.length + 1;
    // There are marks enough, even if all that is left were blanks.
    if (marks >= (words + left) * MARKS_A_WORD) return false;
  }
  return marks < words * MARKS_A_WORD;
}
