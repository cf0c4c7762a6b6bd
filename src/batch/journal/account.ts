import type { Problem } from '../../problem.ts';
import type { Ids } from '../repeats.ts';
import type { Sum } from '../sums.ts';
import type { Step, Told, Totals } from './journal.ts';
import type { Extent } from './partial.ts';

/** Figures of a run, since its beginning. */
export interface Figures {
  readonly visits: number;
  readonly rows: number;
  /** Problems by their codes. */
  readonly problems: ReadonlyMap<string, number>;
  readonly seconds: number;
}

/** Keeps account of what a run has come to, and of what is not yet in its journal. */
export interface Account {
  readonly problem: (problem: Problem, trace: string | undefined) => void;
  /** A visit that was kept, with so many rows. */
  readonly visit: (id: string, rows: number, mark: string | undefined) => void;
  readonly sum: (sum: Sum) => void;
  /** A task is done. */
  readonly pass: (course: string, bytes: number) => void;
  /** Takes a step of a run before as done. */
  readonly restore: (step: Step) => void;
  /** What is new since the step before. */
  readonly step: (file: Extent, ids: Ids, isEmpty: boolean, isWhole: boolean) => Step;
  readonly tasks: () => number;
  readonly figures: () => Figures;
}

/** Opens an account; without a journal nothing is kept for its steps. */
export function openAccount(hasJournal: boolean): Account {
  const begin = performance.now();
  const problems = new Map<string, number>();
  let before: Pick<Totals, 'seconds'> = { seconds: 0 };
  let tasks = 0;
  let course = '';
  let read = 0;
  let visits = 0;
  let rows = 0;
  let told: Told[] = [];
  let marked: string[] = [];
  let sums: Sum[] = [];
  const count = (code: string) => problems.set(code, (problems.get(code) ?? 0) + 1);
  const seconds = () => before.seconds + (performance.now() - begin) / 1000;
  return {
    problem(problem, trace) {
      count(problem.code);
      if (hasJournal) told.push({ problem, ...(trace !== undefined && { trace }) });
    },
    visit(id, more, mark) {
      visits += 1;
      rows += more;
      if (hasJournal && mark !== undefined) marked.push(id);
    },
    sum(sum) {
      if (hasJournal) sums.push(sum);
    },
    pass(next, bytes) {
      tasks += 1;
      course = next;
      read += bytes;
    },
    restore(step) {
      before = step;
      ({ tasks, course, read, visits, rows } = step);
      for (const { problem } of step.told) count(problem.code);
    },
    step(file, ids, isEmpty, isWhole) {
      const totals: Totals = { tasks, course, read, visits, rows, seconds: Math.round(seconds() * 10) / 10, isEmpty };
      const step: Step = { ...totals, file, ids, told, marked, sums, ...(isWhole && { isWhole }) };
      told = [];
      marked = [];
      sums = [];
      return step;
    },
    tasks: () => tasks,
    figures: () => ({ visits, rows, problems, seconds: seconds() }),
  };
}
