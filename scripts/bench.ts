/**
 * `npm run bench [-- FOLDER] [--mb 100]`: how fast the whole command is, from files to CSV, beside peers in the same run, on the
 * visits of a folder (labelled text, the fixtures' where none is named) repeated, the best of two runs each. Prints MB of transcript text and visits a
 * second, start-up left out. Times differ by machine and load; the ratios are what to compare.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measurePeers } from './bench/peers.ts';

const { values, positionals } = parseArgs({
  options: { mb: { type: 'string', default: '40' } },
  allowPositionals: true,
});
const folder = positionals[0] ?? 'fixtures/visits';
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
if (texts.length === 0) throw new Error(`no .txt visits in ${folder}`);

const work = mkdtempSync(join(tmpdir(), 'bedside-bench-'));
const many = join(work, 'many');
const table = join(work, 'many.csv');
mkdirSync(many);
const rows = ['id,dialogue\n'];
let bytes = 0;
let visits = 0;
while (bytes < Number(values.mb) * 1e6) {
  const text = texts[visits % texts.length];
  const part = join(many, String(Math.floor(visits / 1000)));
  if (visits % 1000 === 0) mkdirSync(part);
  writeFileSync(join(part, `${visits}.txt`), text);
  rows.push(`${visits},"${text.replaceAll('"', '""')}"\n`);
  bytes += Buffer.byteLength(text);
  visits += 1;
}
writeFileSync(table, rows.join(''));

/** Seconds that a command takes, start-up included. */
function run(...args: string[]): number {
  const start = performance.now();
  const done = spawnSync(process.execPath, ['bin/bedside.js', ...args, '-q'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (done.status !== 0) throw new Error(`${args[0]} ended with ${done.status}`);
  return (performance.now() - start) / 1000;
}

/** Every rule once more under another name, as a user's own: what twice as many rules cost. */
function rulesAgain(): string {
  const own = join(work, 'again');
  cpSync('lexicons/en', own, { recursive: true, filter: (path) => !/\/(?:redact|frameworks)$/.test(path) });
  for (const name of readdirSync(own)) {
    if (!/^[a-z]+\.[a-z.]+\.yaml$|^(?:question|patient|listening)\./.test(name)) {
      if (name !== 'words') rmSync(join(own, name), { recursive: true });
      continue;
    }
    const path = join(own, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^( *- id: \S+)/gm, '$1-again'));
  }
  rmSync(join(own, 'words'), { recursive: true });
  return own;
}

const one = join(many, '0', '0.txt');
const again = rulesAgain();
const out = ['-o', join(work, 'out.csv')];
const single = Math.min(run('score', one), run('score', one));
const compiled = Math.min(run('score', one, '-l', again), run('score', one, '-l', again));
const alone = ['--workers', '1'];
const cores = String(cpus().length);
const twice = 'score, 1 worker, text files, every rule twice';
const runs: readonly (readonly [what: string, args: readonly string[]])[] = [
  ['score, 1 worker, text files', ['score', many, ...alone]],
  [`score, ${cores} workers, text files`, ['score', many, '--workers', cores]],
  ['score, 1 worker, one CSV', ['score', table, ...alone]],
  [`score, ${cores} workers, one CSV`, ['score', table, '--workers', cores]],
  ['tag, 1 worker, text files', ['tag', many, ...alone]],
  [`tag, ${cores} workers, text files`, ['tag', many, '--workers', cores]],
  [twice, ['score', many, ...alone, '-l', again]],
];
/** Each is run as often, in turn, so that a slow moment of the machine strikes all alike; the best of its runs counts. */
const ROUNDS = 2;
const best = new Map<string, number>();
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [what, args] of runs) {
    const seconds = run(...args, ...out) - (what === twice ? compiled : single);
    best.set(what, Math.min(best.get(what) ?? Infinity, seconds));
  }
}
const measured = [...best];
const tagged = statSync(out[1]).size;
const peers = measurePeers(texts, many);

const megabytes = bytes / 1e6;
const line = (what: string, speed: number, perSecond: string): string => {
  const beside = [speed / peers.compromise, speed / peers.wink, speed / peers.trie];
  return `| ${what} | ${speed.toFixed(2)} | ${perSecond} | ${beside[0].toFixed(0)} | ${beside[1].toFixed(1)} | ${beside[2].toFixed(2)} |`;
};
process.stdout.write(
  [
    `${visits} visits, ${megabytes.toFixed(1)} MB of transcripts; node ${process.version}, ${cores} cores`,
    '',
    '| what | MB/s | visits/s | times compromise | times wink-nlp | of the trie |',
    '|---|---|---|---|---|---|',
    ...measured.map(([what, seconds]) => line(what, megabytes / seconds, (visits / seconds).toFixed(0))),
    line("compromise's full parse", peers.compromise, ''),
    line("wink-nlp's full pipeline", peers.wink, ''),
    line('a trie of 1,500 word patterns over tokens (floor)', peers.trie, ''),
    line('read and split (floor)', peers.split, ''),
    '',
    `output of the last run: ${(tagged / 1e6).toFixed(1)} MB`,
    '',
  ].join('\n'),
);
rmSync(work, { recursive: true });
