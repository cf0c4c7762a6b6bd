import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { bedside, type Ended, emptyFolder, ROOT, visit } from './bedside.ts';

/** A folder of `count` short visits and more: in files of their own, in a table, as JSON lines, and some that cannot be read. */
export function manyVisits(count: number): string {
  const folder = join(emptyFolder(), 'visits');
  mkdirSync(join(folder, 'single'), { recursive: true });
  for (let i = 0; i < 0.75 * count; i += 1) {
    const text = i % 50 === 7 ? '' : visit(`I have taken ${i} of them.`);
    writeFileSync(join(folder, 'single', `v${i}.txt`), text);
  }
  const lines = visit().trim().split('\n');
  const rows = Array.from({ length: 0.15 * count }, (_, i) => {
    return lines.map((line) => `t${i},${line.replace(': ', ',"')}"`).join('\n');
  });
  writeFileSync(join(folder, 'table.csv'), `visit,speaker,text\n${rows.join('\n')}\n`);
  // The first files hold ids that come again in the last one.
  const objects = Array.from({ length: 0.1 * count }, (_, i) => {
    if (i % 30 === 5) return '{"visit_id": "broken", "turns": [';
    const turns = lines.map((line) => ({ speaker: line.split(': ')[0], text: line.split(': ')[1] }));
    return JSON.stringify({ visit_id: i % 7 === 3 ? `t${i}` : `n${i}`, turns });
  });
  writeFileSync(join(folder, 'lines.ndjson'), `${objects.join('\n')}\n`);
  return folder;
}

/** A run that can be broken off. */
export interface Running {
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<Ended & { readonly signal: NodeJS.Signals | null }>;
}

/** Starts the built program. */
export function start(args: readonly string[]): Running {
  const child = spawn(process.execPath, ['bin/bedside.js', ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  // Whoever waits to stop it shall not have to wait for it.
  if (child.pid !== undefined) setPriority(child.pid, 5);
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  const ended = new Promise<Ended & { signal: NodeJS.Signals | null }>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, ...texts }));
  });
  return { kill: (signal) => void child.kill(signal), ended };
}

/** A run that is broken off goes so many milliseconds at a time. */
const STRIDE = 4;
const asleep = new Int32Array(new SharedArrayBuffer(4));

/**
 * Runs until `isTime`, then sends the signals, one after the other. The run stands still while `isTime` looks, so that on no
 * machine it can come to its end unseen.
 */
export async function breakOff(args: readonly string[], signals: readonly NodeJS.Signals[], isTime: () => boolean) {
  const run = start(args);
  let hasEnded = false;
  run.ended.then(() => {
    hasEnded = true;
  });
  run.kill('SIGSTOP');
  while (!hasEnded && !isTime()) {
    run.kill('SIGCONT');
    Atomics.wait(asleep, 0, 0, STRIDE);
    run.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  for (const signal of signals) run.kill(signal);
  run.kill('SIGCONT');
  return run.ended;
}

export function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}

/** How many steps a run's journal holds. */
export function stepsIn(output: string): number {
  if (!existsSync(`${output}.journal`)) return 0;
  return readFileSync(`${output}.journal`, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"tasks":')).length;
}

/** All that a run gives: its file, its file of errors, and how it ended. */
export function outcome(output: string, errors: string, { code, stderr }: Ended) {
  return { rows: readFileSync(output), errors: readFileSync(errors), code, stderr };
}

/** The outcome of a run that nothing disturbs. */
export function undisturbed(command: string, folder: string, ending: string, ...more: string[]) {
  const there = emptyFolder();
  const output = join(there, `out.${ending}`);
  const errors = join(there, 'errors.csv');
  const ended = bedside([command, folder, '-o', output, '--errors', errors, ...more]);
  return outcome(output, errors, ended);
}
