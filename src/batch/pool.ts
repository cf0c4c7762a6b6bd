import { existsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Done, Task, Work } from './task.ts';
import type { Job, Setting } from './worker.ts';

/** Workers that do tasks. */
export interface Pool {
  /** Does a task, whatever it does to a worker. Throws what a work's `begin` throws. */
  readonly run: (task: Task) => Promise<Done>;
  readonly close: () => Promise<void>;
}

/** Beside the bundle, or in the build of the source tree. */
function workerFile(): string {
  const beside = fileURLToPath(new URL('./worker.cjs', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../../dist/worker.cjs', import.meta.url));
}

/** Megabytes of heap for a worker: all of them together half of what there is. */
function heapOf(workers: number): number {
  const share = totalmem() / 2 ** 21 / workers;
  return Math.round(Math.min(4096, Math.max(512, share)));
}

/** Megabytes for what a worker has just made and soon forgets. V8 would take three times as much. */
const YOUNG = 16;

/** Starts workers. */
export function openPool(work: Work, workers: number, heap = heapOf(workers)): Pool {
  const setting: Setting = { path: work.path, options: work.options };
  const pool = new Piscina({
    filename: workerFile(),
    workerData: setting,
    minThreads: workers,
    maxThreads: workers,
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: YOUNG },
    execArgv: [],
  });
  // A worker that dies between two tasks is replaced; there is nothing to tell.
  pool.on('error', () => {});
  let closed: Promise<void> | undefined;
  return {
    async run(task) {
      const skip: number[] = [];
      for (;;) {
        const steps = new Int32Array(new SharedArrayBuffer(4));
        const job: Job = { task, steps, skip };
        try {
          return (await pool.run(job)) as Done;
        } catch (error) {
          const last = Atomics.load(steps, 0);
          // A worker that never came to a step, or died twice of one that it had left out, died of something else.
          if (last === 0 || skip.includes(last)) throw error;
          skip.push(last);
        }
      }
    },
    async close() {
      closed ??= pool.destroy();
      await closed;
    },
  };
}
