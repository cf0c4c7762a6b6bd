import type { Evidence } from '../../lexicon/framework.ts';
import type { Lexicon } from '../../lexicon/types.ts';
import type { Segmented } from '../../segment/types.ts';
import type { Moment, Visit } from '../../visit.ts';
import { isBackChannel } from '../content.ts';
import type { Answer } from '../responses.ts';

/** Whether a moment has what an item asks of its evidence, the code aside. */
export type Holds = (moment: Moment, evidence: Evidence) => boolean;

/** Makes the test of the conditions over a visit; `answers` are those of `answersToCues`. Turns of back-channels alone are not counted. */
export function conditionsOf(
  visit: Visit,
  moments: readonly Moment[],
  segmented: readonly Segmented[],
  answers: readonly Answer[],
  lexicon: Lexicon,
): Holds {
  const place = new Map<number, number>();
  for (const [position, turn] of visit.turns.entries())
    if (turn.role === 'clinician' && !isBackChannel(segmented[position], lexicon)) place.set(position, place.size);
  const answering = new Set(answers.map((answer) => key(answer.position, answer.code, answer.quote)));
  return (moment, { first, last, answers: toCue, after, with: beside }) => {
    const at = place.get(moment.position) ?? Number.NaN;
    if (first !== undefined && !(at < first)) return false;
    if (last !== undefined && !(at >= place.size - last)) return false;
    if (toCue && !answering.has(key(moment.position, moment.code, moment.quote))) return false;
    if (after !== undefined && !moments.some((m) => isOf(m.code, after) && isBefore(m, moment))) return false;
    return beside === undefined || moments.some((m) => m !== moment && isOf(m.code, beside) && overlap(m, moment));
  };
}

/** Whether a code is another, or one of its kinds. */
export function isOf(code: string, parent: string): boolean {
  return code === parent || code.startsWith(`${parent}.`);
}

function isBefore(a: Moment, b: Moment): boolean {
  return a.position < b.position || (a.position === b.position && a.start < b.start);
}

function overlap(a: Moment, b: Moment): boolean {
  return a.position === b.position && a.start < b.end && b.start < a.end;
}

function key(position: number | undefined, code: string, quote: string): string {
  return `${position} ${code} ${quote}`;
}
