import type { Moment } from '../visit.ts';
import { firstWhere } from './halving.ts';

type Placed = Pick<Moment, 'code' | 'position' | 'start' | 'end'>;

/**
 * Open questions, and all, without those that also earn an sdm code: "Is that okay?" must not lower the share. Moments come in the
 * order of the text.
 */
export function plainQuestions(moments: readonly Placed[]): { open: number; all: number } {
  let open = 0;
  let all = 0;
  for (let from = 0; from < moments.length; ) {
    const { position } = moments[from];
    let to = from + 1;
    while (to < moments.length && moments[to].position === position) to += 1;
    // Looked for at the turn's first question, if it has any other moment.
    let decisions = to - from === 1 ? NONE : undefined;
    for (let k = from; k < to; k += 1) {
      const kind = kindOf(moments[k].code);
      if (kind !== OPEN && kind !== CLOSED) continue;
      decisions ??= stretchesOf(moments, from, to);
      if (overlaps(decisions, moments[k])) continue;
      all += 1;
      if (kind === OPEN) open += 1;
    }
    from = to;
  }
  return { open, all };
}

const OPEN = 1;
const CLOSED = 2;
const DECISION = 3;
const OTHER = 4;
const kinds = new Map<string, number>();

/** What a code is here; of codes there are as many as rules have. */
function kindOf(code: string): number {
  let kind = kinds.get(code);
  if (kind === undefined) {
    const isOpen = code === 'question.open' || code.startsWith('question.open.');
    kind = isOpen ? OPEN : code.startsWith('question.') ? CLOSED : code.startsWith('sdm.') ? DECISION : OTHER;
    kinds.set(code, kind);
  }
  return kind;
}

/** The moments of a decision in a turn, in order of their starts: where each begins, and how far those up to it reach. */
interface Stretches {
  readonly starts: number[];
  readonly reach: number[];
}

const NONE: Stretches = { starts: [], reach: [] };

function stretchesOf(moments: readonly Placed[], from: number, to: number): Stretches {
  let found: Stretches | undefined;
  let farthest = 0;
  for (let k = from; k < to; k += 1) {
    const { code, start, end } = moments[k];
    if (kindOf(code) !== DECISION) continue;
    farthest = Math.max(farthest, end);
    found ??= { starts: [], reach: [] };
    found.starts.push(start);
    found.reach.push(farthest);
  }
  return found ?? NONE;
}

/** Whether one of the stretches shares a character with a moment; by halving, since a turn may be a whole book. */
function overlaps({ starts, reach }: Stretches, { start, end }: Placed): boolean {
  if (starts.length === 0) return false;
  const before = firstWhere(starts.length, (k) => starts[k] >= end);
  return before > 0 && reach[before - 1] > start;
}
