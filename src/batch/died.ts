import { isProblem, type Problem } from '../problem.ts';
import type { Step, Task } from './task.ts';

/** The Problem in the place of what ended a worker: a visit, or the rest of an input that it was reading. */
export function died({ inputs }: Task, { input, visit }: Step): Problem {
  const from = inputs[input];
  const file = visit?.source ?? (isProblem(from) ? from.file : from.name);
  const what = visit ? 'a worker died of this visit' : 'a worker died while it read on in this file';
  return {
    code: 'worker.died',
    file,
    ...(visit?.at !== undefined && { at: visit.at }),
    what: `${what}, most likely for want of memory; the others are kept`,
    fix: 'Cut it into smaller ones, or try it alone: --workers 1.',
    ...(visit && { visit: visit.id }),
  };
}
