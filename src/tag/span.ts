import type { Span } from '../lexicon/types.ts';
import type { Segmented, Sentence } from '../segment/types.ts';
import type { Candidate } from './overlap.ts';

const LONG = 20;

/**
 * Widens a candidate's terms to its sentence (without openers) or its clause: from comma to comma, and where nothing is
 * punctuated from conjunction to conjunction (`breaks`, by word id).
 */
export function widen(
  candidate: Candidate,
  span: Span,
  text: Segmented,
  sentence: Sentence,
  breaks: Uint8Array | undefined,
): void {
  if (span === 'match') return;
  const { head, mark, question } = sentence;
  const first = Math.min(candidate.from, head);
  const last = sentence.to;
  const bare = mark === '';
  // A long stretch without marks may hold many sentences: there only the clause is sure.
  const long = bare && question === 'no' && last - head > LONG;
  if (span === 'sentence' && !long) {
    candidate.from = first;
    candidate.to = last;
    return;
  }
  const { gaps, ids } = text.terms;
  const cuts = bare ? breaks : undefined;
  let { from, to } = candidate;
  while (from > first && gaps[from] === 0 && cuts?.[ids[from - 1]] !== 1) from -= 1;
  while (to < last && gaps[to] === 0 && cuts?.[ids[to]] !== 1) to += 1;
  candidate.from = from;
  candidate.to = to;
}
