import type { Span } from '../lexicon/types.ts';
import type { RuntimeSet } from '../lexicon/vocabulary.ts';
import type { Segmented, Sentence } from '../segment/types.ts';

const LONG = 20;

/**
 * Widens a match's terms [from, to) to its sentence (without openers) or its clause: from comma to comma, and where
 * nothing is punctuated from conjunction to conjunction (`breaks`).
 */
export function widen(
  span: Span,
  text: Segmented,
  sentence: Sentence,
  breaks: RuntimeSet | undefined,
  from: number,
  to: number,
): [number, number] {
  if (span === 'match') return [from, to];
  const bare = sentence.mark === '';
  // A long stretch without marks may hold many sentences: there only the clause is sure.
  const long = bare && sentence.question === 'no' && sentence.to - sentence.head > LONG;
  if (span === 'sentence' && !long) return [Math.min(from, sentence.head), sentence.to];
  const cut = (term: number): boolean => bare && breaks?.has[text.terms.ids[term]] === 1;
  const first = Math.min(from, sentence.head);
  let start = from;
  while (start > first && text.terms.gaps[start] === 0 && !cut(start - 1)) start -= 1;
  let end = to;
  while (end < sentence.to && text.terms.gaps[end] === 0 && !cut(end)) end += 1;
  return [start, end];
}
