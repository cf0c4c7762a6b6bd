import type { Moment } from '../visit.ts';

type Placed = Pick<Moment, 'code' | 'position' | 'start' | 'end'>;

/** Open questions, and all, without those that also earn an sdm code: "Is that okay?" must not lower the share. */
export function plainQuestions(moments: readonly Placed[]): { open: number; all: number } {
  const decisions = new Map<number, Placed[]>();
  for (const moment of moments) {
    if (!moment.code.startsWith('sdm.')) continue;
    const list = decisions.get(moment.position);
    if (list) list.push(moment);
    else decisions.set(moment.position, [moment]);
  }
  let open = 0;
  let all = 0;
  for (const m of moments) {
    if (!m.code.startsWith('question.')) continue;
    if (decisions.get(m.position)?.some((d) => d.start < m.end && m.start < d.end)) continue;
    all += 1;
    if (m.code === 'question.open' || m.code.startsWith('question.open.')) open += 1;
  }
  return { open, all };
}
