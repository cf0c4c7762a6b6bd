import type { Progress } from '../batch/progress.ts';
import type { Problem } from '../problem.ts';
import type { Terminal } from './command.ts';
import type { Errors } from './errors.ts';

/** Tells what a run comes upon, and how it ends. */
export interface Teller {
  readonly problem: (problem: Problem, trace: string | undefined) => void;
  /** A visit whose labels contradict what is said. */
  readonly doubt: (id: string) => void;
  /** Exit code of a run that came to its end; tells of the doubts. */
  readonly end: () => number;
}

/** Exit code of a run with a fault of ours: what it did not cost was kept. */
const FAULT = 70;
/** So many visits are named. */
const NAMED = 20;

/** Tells on standard error, and in a file of errors. */
export function teller(terminal: Terminal, errors: Errors, progress: Progress): Teller {
  const traces = new Set<string>();
  const named: string[] = [];
  let doubts = 0;
  let isComplete = true;
  return {
    problem(problem, trace) {
      isComplete = false;
      errors.add(problem);
      progress.clear();
      terminal.problem(problem);
      if (trace === undefined || traces.has(trace)) return;
      traces.add(trace);
      terminal.trace(trace);
    },
    doubt(id) {
      doubts += 1;
      if (named.length < NAMED) named.push(id);
    },
    end() {
      if (doubts > 0) terminal.note(swapped(named, doubts));
      if (traces.size > 0) return FAULT;
      return isComplete ? 0 : 1;
    },
  };
}

function swapped(named: readonly string[], count: number): string {
  const what = count === 1 ? 'the labels of a visit contradict' : `the labels of ${count} visits contradict`;
  const more = count > NAMED ? ` and ${count - NAMED} more` : '';
  return `${what} what is said, clinician and patient may be swapped: ${named.join(', ')}${more}. Check them, or say who is who: --clinician LABEL`;
}
