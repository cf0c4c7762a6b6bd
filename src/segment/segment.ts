import type { Lexicon } from '../lexicon/types.ts';
import { type Vocabulary, vocabularyOf } from '../lexicon/vocabulary.ts';
import type { Turn, Visit } from '../visit.ts';
import { sentencesOf } from './sentences.ts';
import { type Scratch, scratch, tokenise } from './tokens.ts';
import type { Segmented } from './types.ts';

export type { Segmented, Sentence } from './types.ts';

/** A visit whose speech has fewer end marks a word than this is written without punctuation. */
const MARKS_A_WORD = 1 / 60;

let shared: Scratch | undefined;

/** Cuts every turn of a visit into sentences and terms; one entry a turn, in order. */
export function segmentVisit(visit: Visit, lexicon: Lexicon): Segmented[] {
  const vocabulary = vocabularyOf(lexicon);
  const bare = visit.kind === 'transcript' && isUnpunctuated(visit);
  return visit.turns.map((turn) => segmentTurn(turn, bare, lexicon, vocabulary));
}

/** Whether a visit is written as a speech recogniser without punctuation writes it. */
export function isUnpunctuated(visit: Visit): boolean {
  let marks = 0;
  let words = 0;
  for (const { text } of visit.turns) {
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === 32) words += 1;
      else if (code === 46 || code === 63 || code === 33) marks += 1;
    }
    words += 1;
  }
  return marks < words * MARKS_A_WORD;
}

function segmentTurn(turn: Turn, bare: boolean, lexicon: Lexicon, vocabulary: Vocabulary): Segmented {
  shared ??= scratch();
  tokenise(turn.text, vocabulary, shared);
  const { count } = shared;
  const sentences = sentencesOf(shared, bare, lexicon.openers, vocabulary);
  const sentenceOf = new Int32Array(count);
  for (let k = 0; k < sentences.length; k += 1) sentenceOf.fill(k, sentences[k].from, sentences[k].to);
  return {
    turn,
    words: shared.words,
    ids: shared.ids.slice(0, count),
    starts: shared.starts.slice(0, count),
    ends: shared.ends.slice(0, count),
    gaps: shared.gaps.slice(0, count),
    sentenceOf,
    sentences,
  };
}
