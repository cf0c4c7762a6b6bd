import { workerData } from 'node:worker_threads';
import type { Done, Perform, Task, WorkModule } from './task.ts';

/** What all tasks of a worker share. */
export interface Setting {
  readonly path: string;
  readonly options: unknown;
}

/** A task for a worker. */
export interface Job {
  readonly task: Task;
  /** Shared: the number of the step that the worker is at, the first is 1. Where it dies, the one that killed it. */
  readonly steps: Int32Array;
  /** Numbers of the steps that killed a worker before. */
  readonly skip: readonly number[];
}

async function begin(): Promise<Perform> {
  const { path, options } = workerData as Setting;
  const { begin } = (await import(path)) as WorkModule;
  return begin(options);
}

/** Begun at once: tasks are made meanwhile. */
const ready = begin();
// What fails is told with the first task.
ready.catch(() => {});

/** Does a task in a worker. */
export default async function work({ task, steps, skip }: Job): Promise<Done> {
  const perform = (await ready)(task);
  let step = perform.next();
  for (let number = 1; !step.done; number += 1) {
    Atomics.store(steps, 0, number);
    step = perform.next(skip.includes(number) ? 'skip' : undefined);
  }
  return step.value;
}
