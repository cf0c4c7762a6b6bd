import type { Element, Lexicon, Pattern } from '../lexicon/types.ts';
import { vocabularyOf } from '../lexicon/vocabulary.ts';
import type { Segmented } from '../segment/types.ts';
import { readyOf } from './index-patterns.ts';
import { matchAt } from './match.ts';
import { attemptOn } from './scan.ts';

/** A pattern that would match a sentence but for one element. */
export interface NearMiss {
  readonly pattern: Pattern;
  readonly sentence: number;
  /** Index of the element that fails. */
  readonly element: number;
}

/** Finds where a pattern matches but for exactly one required element (left out, or another word in its place). */
export function nearMisses(pattern: Pattern, text: Segmented, lexicon: Lexicon): NearMiss[] {
  const required = pattern.elements.flatMap((e, i) => (e.kind === 'set' && e.min > 0 ? [i] : []));
  // A pattern of one word has no rest that could match: the whole word list is its near side.
  if (required.length < 2) return [];
  const found: NearMiss[] = [];
  for (const [s, sentence] of text.sentences.entries()) {
    const missing = required.find((element) => {
      const loosened: Element = { kind: 'any', set: -1, min: 0, max: 2 };
      const elements = pattern.elements.map((e, i) => (i === element ? loosened : e));
      const ready = readyOf(-1, { ...pattern, elements }, vocabularyOf(lexicon));
      const attempt = attemptOn(text, sentence, lexicon.openers, vocabularyOf(lexicon));
      for (let start = sentence.from; start < sentence.to; start += 1)
        if (matchAt(ready, start, attempt) >= 0) return true;
      return false;
    });
    if (missing !== undefined) found.push({ pattern, sentence: s, element: missing });
  }
  return found;
}
