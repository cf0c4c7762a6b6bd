import type { Step } from '../batch/journal/journal.ts';
import { OutputError } from '../problem.ts';
import { againCommand } from './again.ts';

/** What a run with --resume says at its beginning. */
export function beginning(output: string, last: Step | undefined, isFinished: boolean): string {
  if (isFinished) return `${output} is finished: nothing is left to do`;
  return last ? `going on after ${visits(last.visits)}` : `no run to go on with: ${output} is begun anew`;
}

/** What a run says that was interrupted, with so many visits done. */
export function interrupted(output: string, done: number): string {
  return done > 0
    ? `interrupted: ${visits(done)} ${done === 1 ? 'is' : 'are'} kept in ${output}.partial. Go on with: ${againCommand()}`
    : `interrupted before the first visits were finished: nothing is kept of ${output}`;
}

/** What a run says that was interrupted and cannot be gone on with. */
export function leftBehind(output: string): string {
  return `interrupted: what was finished is in ${output}.partial`;
}

/** An error that more space, or another disk, can mend says how to go on after that. */
export function resumable(error: unknown): unknown {
  if (!(error instanceof OutputError) || !['output.full', 'output.failed'].includes(error.problem.code)) return error;
  const mend = error.problem.code === 'output.full' ? 'Free some space' : 'Check the disk';
  return new OutputError({ ...error.problem, fix: `${mend}, then go on with: ${againCommand()}` });
}

function visits(count: number): string {
  return count === 1 ? '1 visit' : `${count} visits`;
}
