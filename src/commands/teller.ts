import type { Progress } from '../batch/progress.ts';
import type { Problem } from '../problem.ts';
import type { Terminal } from './command.ts';
import type { Errors } from './errors.ts';
import { NAMED, swapped } from './swapped.ts';

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
