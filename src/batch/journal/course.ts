import { createHash } from 'node:crypto';
import { isProblem } from '../../problem.ts';
import type { Slice, Task } from '../task.ts';
import type { Totals } from './journal.ts';

/** The tasks of a run as they are begun, each with a hash over itself and all before. */
export interface Course {
  /** Passes tasks on, but for those that were done before. Throws what `differs` gives where those are others now. */
  readonly follow: (tasks: AsyncIterable<Task>, isOver: () => boolean) => AsyncGenerator<Task>;
  /** The hash at a task that was passed on and is done. */
  readonly at: (index: number) => string;
  /** Whether all tasks are done. */
  readonly isWhole: () => boolean;
}

/** Follows the tasks of a run, the first of which were done before: `last` says how many, and their hash. */
export function followCourse(last: Totals | undefined, isWhole: boolean, differs: () => Error): Course {
  const done = last?.tasks ?? 0;
  const under = new Map<number, string>();
  let hasEnded = false;
  return {
    async *follow(tasks, isOver) {
      let course = '';
      let passed = 0;
      for await (const task of tasks) {
        // What is cut while a run ends may be cut otherwise.
        if (isOver()) return;
        course = next(course, task);
        passed += 1;
        if (passed > done) {
          if (isWhole) throw differs();
          under.set(task.index, course);
          yield task;
        } else if (passed === done && course !== last?.course) throw differs();
      }
      if (isOver()) return;
      if (passed < done) throw differs();
      hasEnded = true;
    },
    at(index) {
      const course = under.get(index) ?? '';
      under.delete(index);
      return course;
    },
    isWhole: () => hasEnded && under.size === 0,
  };
}

function next(course: string, { inputs }: Task): string {
  const hash = createHash('sha256').update(course);
  for (const input of inputs) hash.update(isProblem(input) ? `${input.file}\0${input.code}\n` : nameOf(input));
  return hash.digest('base64');
}

function nameOf({ name, part }: Slice): string {
  return `${name}\0${part ? `${part.from} ${part.to}` : ''}\n`;
}
