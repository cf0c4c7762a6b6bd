import type { Lexicon } from '../lexicon/types.ts';
import { vocabularyOf } from '../lexicon/vocabulary.ts';
import type { Turn, Visit } from '../visit.ts';
import { askingOf } from './asking.ts';
import { inBlocks } from './blocks.ts';
import { addPhrases } from './phrases.ts';
import { sentencesOf } from './sentences.ts';
import { addBreak, type Growing, newTerms, settle } from './terms.ts';
import { tokenise } from './tokens.ts';
import type { Segmented, Terms } from './types.ts';
import { sizeOf, unitsOf } from './units.ts';
import { areUnpunctuated, isUnpunctuated } from './unpunctuated.ts';
import { words } from './words.ts';

export type { Segmented, Sentence } from './types.ts';

/** A visit of more characters is cut in blocks, as it is asked for. */
const VERY_LONG = 1 << 19;

/**
 * Cuts every turn of a visit into sentences and terms; one entry a turn, in order. `reuse` are terms of a visit that is done
 * with: their arrays are written over, which spares a long run the making of them.
 */
export function segmentVisit(visit: Visit, lexicon: Lexicon, reuse?: Terms): Segmented[] {
  const { turns } = visit;
  const vocabulary = vocabularyOf(lexicon);
  const forms = vocabulary.forms();
  const size = sizeOf(turns);
  const isTranscript = visit.kind === 'transcript';
  if (size <= VERY_LONG) {
    return segmentTurns(turns, isTranscript ? undefined : false, lexicon, newTerms(size, turns.length, forms, reuse));
  }
  const bare = isTranscript && areUnpunctuated(turns);
  let scratch: Growing | undefined;
  return inBlocks(turns, (some) => {
    scratch = newTerms(sizeOf(some), some.length, forms, scratch);
    const cut = segmentTurns(some, bare, lexicon, scratch);
    const terms = settle(scratch);
    return cut.map((turn) => ({ ...turn, terms }));
  });
}

/** Of each turn that is cut its words, and the term behind its last. */
let counts = new Int32Array(256);
let ends = new Int32Array(256);

/** Cuts turns into `terms`, which are empty. `bare`, whether they are written without punctuation, is found out where it is undefined. */
function segmentTurns(
  turns: readonly Turn[],
  bare: boolean | undefined,
  lexicon: Lexicon,
  terms: Growing,
): Segmented[] {
  const vocabulary = vocabularyOf(lexicon);
  const asking = askingOf(lexicon.openers, vocabulary);
  if (counts.length < turns.length) {
    counts = new Int32Array(turns.length * 2);
    ends = new Int32Array(turns.length * 2);
  }
  const units = unitsOf(turns);
  let base = 1;
  words.blanks = 0;
  words.marks = 0;
  addBreak(terms);
  for (let k = 0; k < turns.length; k += 1) {
    counts[k] = tokenise(units, base, turns[k].text, terms);
    base += turns[k].text.length + 1;
    ends[k] = terms.count;
    addBreak(terms);
  }
  addPhrases(terms, vocabulary.sets, asking);
  // A turn's last word has no blank behind it.
  const isBare = bare ?? isUnpunctuated(words.marks, words.blanks + turns.length);
  const out: Segmented[] = [];
  let from = 1;
  for (let k = 0; k < turns.length; k += 1) {
    const to = ends[k];
    out.push({
      turn: turns[k],
      words: counts[k],
      terms,
      from,
      to,
      sentences: sentencesOf(terms, from, to, isBare, asking),
    });
    from = to + 1;
  }
  return out;
}
