/**
 * `npm run bench [-- FOLDER]`: how fast the whole command is, from files to CSV, beside peers in the same run. Prints
 * MB of transcript text a second, visits a second, and the ratio to compromise's full parse. Times differ by machine
 * and load; the ratios are what to compare.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nlp from 'compromise';

const TARGET_BYTES = 12_000_000;
const PARSED_BYTES = 40_000;

const folder = process.argv[2] ?? 'fixtures/visits';
const texts = readdirSync(folder)
  .filter((f) => f.endsWith('.txt'))
  .map((f) => readFileSync(join(folder, f), 'utf8'));
if (texts.length === 0) throw new Error(`no .txt visits in ${folder}`);

const work = mkdtempSync(join(tmpdir(), 'bedside-bench-'));
const many = join(work, 'many');
mkdirSync(many);
let bytes = 0;
let visits = 0;
while (bytes < TARGET_BYTES) {
  const text = texts[visits % texts.length];
  const sub = join(many, String(Math.floor(visits / 1000)));
  if (visits % 1000 === 0) mkdirSync(sub);
  writeFileSync(join(sub, `${visits}.txt`), text);
  bytes += text.length;
  visits += 1;
}

/** Seconds that a command takes, start-up included. */
function run(...args: string[]): number {
  const start = process.hrtime.bigint();
  const done = spawnSync(process.execPath, ['bin/bedside.js', ...args], { stdio: 'ignore' });
  if (done.status !== 0) throw new Error(`${args[0]} ended with ${done.status}`);
  return Number(process.hrtime.bigint() - start) / 1e9;
}

function timed(work_: () => void): number {
  const start = process.hrtime.bigint();
  work_();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

const startUp = Math.min(run('--version'), run('--version'));
const one = join(many, '0', '0.txt');
const single = Math.min(run('score', one), run('score', one));
const bare = Math.min(...[0, 1].map(() => timed(() => void spawnSync(process.execPath, ['-e', '0']))));
const score = run('score', many, '-o', join(work, 'score.csv')) - single;
const tag = run('tag', many, '-o', join(work, 'tag.csv')) - single;
const floor = timed(() => {
  for (const sub of readdirSync(many)) {
    for (const f of readdirSync(join(many, sub))) readFileSync(join(many, sub, f), 'utf8').split(/\s+/);
  }
});
const sample = texts.join('\n').slice(0, PARSED_BYTES);
const parse = timed(() => void nlp(sample).json());

const megabytes = bytes / 1e6;
const row = (name: string, mbs: number, perSecond: string): string =>
  `| ${name} | ${mbs.toFixed(2)} | ${perSecond} | ${(mbs / (sample.length / 1e6 / parse)).toFixed(0)} |`;
process.stdout.write(
  [
    `${visits} visits, ${megabytes.toFixed(1)} MB; one process; node ${process.version}`,
    `start-up (--version) ${(startUp / bare).toFixed(2)} times node -e 0; one visit ${(single / bare).toFixed(2)} times`,
    '',
    '| what | MB/s | visits/s | times compromise |',
    '|---|---|---|---|',
    row('bedside score', megabytes / score, (visits / score).toFixed(0)),
    row('bedside tag', megabytes / tag, (visits / tag).toFixed(0)),
    row('read and split (floor)', megabytes / floor, (visits / floor).toFixed(0)),
    row("compromise's full parse", sample.length / 1e6 / parse, ''),
    `output: ${(statSync(join(work, 'tag.csv')).size / 1e6).toFixed(1)} MB of moments`,
    '',
  ].join('\n'),
);
rmSync(work, { recursive: true });
