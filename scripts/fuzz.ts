/**
 * Damages the fixtures of every format, walks the files in one process (read, tag, score, write) and tells what came of them:
 *
 *     npm run fuzz -- [--seed N] [--count 100000] [--from INDEX]
 *
 * Ends with 1 at an exception, at a file that takes longer than a minute, and where an undamaged file beside the damaged ones
 * is not read as ever; with the seed and the index that do it again: --seed N --from INDEX --count 1.
 */
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';

/** Nothing that is read may take longer, on whatever machine. */
const PATIENCE_MS = 60_000;

/** Until the first file: the start is not watched. */
const NONE = -1;

/** A thread of its own, to which tsx has to be told again. */
const THREAD = `
  const { workerData } = require('node:worker_threads');
  import('tsx/esm/api').then(({ register }) => {
    register();
    return import(workerData.module);
  }).then(({ fuzz }) => fuzz(workerData));
`;

interface Wanted {
  readonly seed: number;
  readonly count: number;
  readonly from: number;
  /** Index of the file at work, for the watch. */
  readonly at: Int32Array;
}

watch(wanted());

function wanted(): Wanted {
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, count: { type: 'string' }, from: { type: 'string' } },
  });
  return {
    seed: Number(values.seed ?? 1),
    count: Number(values.count ?? 100_000),
    from: Number(values.from ?? 0),
    at: new Int32Array(new SharedArrayBuffer(4)).fill(NONE),
  };
}

/** A thread that hangs cannot say so itself. */
function watch(run: Wanted): void {
  const module = new URL('./fuzz-run.ts', import.meta.url).href;
  const thread = new Worker(THREAD, { eval: true, workerData: { ...run, module } });
  let last = -1;
  let since = Date.now();
  const clock = setInterval(() => {
    const now = Atomics.load(run.at, 0);
    if (now !== last || now === NONE) since = Date.now();
    last = now;
    if (Date.now() - since > PATIENCE_MS) fail(`no end after ${PATIENCE_MS / 1000} s`);
  }, 1000);
  const fail = (why: string) => {
    process.stdout.write(
      `${why}\nAgain: npm run fuzz -- --seed ${run.seed} --from ${Atomics.load(run.at, 0)} --count 1\n`,
    );
    process.exit(1);
  };
  thread.on('error', (error) => fail(String(error.stack)));
  thread.on('exit', (code) => {
    clearInterval(clock);
    process.exitCode = code;
  });
}
