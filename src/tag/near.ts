import { patternAt } from '../lexicon/flat.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Segmented } from '../segment/types.ts';
import { matcherOf } from './match.ts';

/** A sentence that a pattern would match but for one element. */
export interface NearMiss {
  readonly sentence: number;
  /** Index of the element that fails. */
  readonly element: number;
}

/** Finds where a pattern matches but for exactly one required element (left out, or other words in its place). */
export function nearMisses(index: number, text: Segmented, lexicon: Lexicon): NearMiss[] {
  const { elements } = patternAt(lexicon.patterns, index);
  const required = elements.flatMap((e, i) => (e.kind === 'set' && e.min > 0 ? [i] : []));
  // A pattern of one word has no rest that could match: the whole word list is its near side.
  if (required.length < 2) return [];
  const matcher = matcherOf(lexicon);
  const found: NearMiss[] = [];
  for (const [s, sentence] of text.sentences.entries()) {
    const missing = required.find((loose) => {
      matcher.enter(text, sentence, { loose });
      for (let start = sentence.from; start < sentence.to; start += 1)
        if (matcher.matchAt(index, start) >= 0) return true;
      return false;
    });
    if (missing !== undefined) found.push({ sentence: s, element: missing });
  }
  return found;
}
