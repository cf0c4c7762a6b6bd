import type { Moment } from '../visit.ts';
import { firstWhere } from './halving.ts';

type Placed = Pick<Moment, 'code' | 'position' | 'start' | 'end'>;

/** Open questions, and all, without those that also earn an sdm code: "Is that okay?" must not lower the share. */
export function plainQuestions(moments: readonly Placed[]): { open: number; all: number } {
  const decisions = new Map<number, Stretches>();
  for (const { code, position, start, end } of moments) {
    if (!code.startsWith('sdm.')) continue;
    let own = decisions.get(position);
    if (!own) {
      own = { starts: [], reach: [] };
      decisions.set(position, own);
    }
    own.starts.push(start);
    own.reach.push(Math.max(end, own.reach[own.reach.length - 1] ?? 0));
  }
  let open = 0;
  let all = 0;
  for (const m of moments) {
    if (!m.code.startsWith('question.')) continue;
    if (overlaps(decisions.get(m.position), m)) continue;
    all += 1;
    if (m.code === 'question.open' || m.code.startsWith('question.open.')) open += 1;
  }
  return { open, all };
}

/** The moments of a turn, in order of their starts: where each begins, and how far those up to it reach. */
interface Stretches {
  readonly starts: number[];
  readonly reach: number[];
}

/** Whether one of the stretches shares a character with a moment; by halving, since a turn may be a whole book. */
function overlaps(stretches: Stretches | undefined, { start, end }: Placed): boolean {
  if (!stretches) return false;
  const before = firstWhere(stretches.starts.length, (k) => stretches.starts[k] >= end);
  return before > 0 && stretches.reach[before - 1] > start;
}
