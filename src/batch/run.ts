import { type Pause, pauses } from './pace.ts';
import type { Done, Task, Work } from './task.ts';

/** How a run is done, and when it ends before its time. */
export interface RunOptions {
  /** Asked after every visit: true ends the run with what is finished. */
  readonly isOver: () => boolean;
}

/** Does tasks one after the other and gives them back in their order. Throws what `begin` throws. */
export async function* runTasks(
  tasks: Iterable<Task> | AsyncIterable<Task>,
  work: Work,
  { isOver }: RunOptions,
): AsyncGenerator<Done> {
  const { begin } = await work.load();
  const perform = await begin(work.options);
  const pause = pauses();
  for await (const task of tasks) {
    if (isOver()) return;
    yield await finish(perform(task), isOver, pause);
  }
}

async function finish(
  steps: Generator<void, Done, boolean | undefined>,
  isOver: () => boolean,
  pause: Pause,
): Promise<Done> {
  for (let step = steps.next(); ; step = steps.next(isOver())) {
    if (step.done) return step.value;
    await pause();
  }
}
