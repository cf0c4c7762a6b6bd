import { type Pause, pauses } from './pace.ts';
import type { Pool } from './pool.ts';
import type { Done, Perform, Task, Work } from './task.ts';

/** How a run is done, and when it ends before its time. */
export interface RunOptions {
  readonly workers: number;
  /** Bytes that are done in this thread before there are workers: for a few it is not worth while to start them. */
  readonly alone: number;
  /** Asked before every step: true ends the run with what is finished. */
  readonly isOver: () => boolean;
  /** Megabytes of heap for a worker. */
  readonly heap?: number;
  /** Workers that have been started already; they are closed at the end. */
  readonly pool?: Pool;
}

/** Tasks that are under way or wait for one before them, for each worker: that none has to wait, and memory stays flat. */
const AHEAD = 3;

type Tasks = AsyncIterator<Task> | Iterator<Task>;

/** Does tasks, several at once where there are workers, and gives them back in their order. Throws what the work's `begin` throws. */
export async function* runTasks(
  tasks: Iterable<Task> | AsyncIterable<Task>,
  work: Work,
  options: RunOptions,
): AsyncGenerator<Done> {
  const source: Tasks = Symbol.asyncIterator in tasks ? tasks[Symbol.asyncIterator]() : tasks[Symbol.iterator]();
  let { pool } = options;
  try {
    if (!pool) yield* inThisThread(source, work, options);
    if (options.workers === 1 || options.isOver()) return;
    const first = await source.next();
    if (first.done) return;
    if (!pool) {
      const { openPool } = await import('./pool.ts');
      pool = openPool(work, options.workers, options.heap);
    }
    yield* inPool(first.value, source, pool, options);
  } finally {
    await pool?.close();
    await source.return?.();
  }
}

async function* inThisThread(source: Tasks, work: Work, { workers, alone, isOver }: RunOptions): AsyncGenerator<Done> {
  if (workers > 1 && alone <= 0) return;
  const { begin } = await work.load();
  const perform = await begin(work.options);
  const pause = pauses();
  for (let bytes = 0; workers === 1 || bytes < alone; ) {
    const next = await source.next();
    if (next.done || isOver()) return;
    bytes += next.value.bytes;
    yield await finish(perform(next.value), isOver, pause);
  }
}

async function finish(steps: ReturnType<Perform>, isOver: () => boolean, pause: Pause): Promise<Done> {
  for (let step = steps.next(); ; step = steps.next(isOver() ? 'stop' : undefined)) {
    if (step.done) return step.value;
    await pause();
  }
}

/** Keeps the workers busy; gives back what is done as soon as all before it is. */
async function* inPool(first: Task, source: Tasks, pool: Pool, { workers, isOver }: RunOptions): AsyncGenerator<Done> {
  const under: Promise<{ done: Done }>[] = [];
  const start = (task: Task) => {
    const run = pool.run(task).then((done) => ({ done }));
    // What fails is thrown when its turn comes.
    run.catch(() => {});
    under.push(run);
  };
  start(first);
  let next: Promise<IteratorResult<Task>> | undefined;
  for (let hasMore = true; hasMore || under.length > 0; ) {
    if (isOver()) return;
    if (hasMore && under.length < workers * AHEAD) next ??= Promise.resolve(source.next());
    const event = await Promise.race([...(next ? [next] : []), ...under.slice(0, 1)]);
    if ('value' in event) {
      next = undefined;
      if (event.done) hasMore = false;
      else start(event.value);
    } else {
      under.shift();
      yield event.done as Done;
    }
  }
}
