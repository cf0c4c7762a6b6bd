import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'csv-parse/sync';
import type { Input } from '../src/batch/inputs.ts';
import { loadLexicon } from '../src/lexicon/load.ts';
import { findVisits, type Walked, type WalkOptions, walk } from '../src/pipeline.ts';
import { isProblem, type Problem } from '../src/problem.ts';
import { readers } from '../src/read/index.ts';
import { scoreColumns } from '../src/score/columns.ts';
import { cueColumns, cueRow } from '../src/score/cues.ts';
import { momentRow, tagColumns } from '../src/score/moments.ts';
import { answersToCues } from '../src/score/responses.ts';
import { cellsOf } from '../src/score/rows.ts';
import { random } from '../src/statistics/random.ts';
import { countSteps } from '../src/tag/steps.ts';
import { writers } from '../src/write/index.ts';
import type { Cell, ColumnSpec } from '../src/write/writer.ts';
import { mutate, pick, type Random } from './mutations.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const FOLDERS = ['visits', 'visits/twins', 'visits/notes', 'bad', 'gold', 'expected'];
/** Damaged files that are walked together, with whole ones among them. */
const BATCH = 100;

interface Tally {
  visits: number;
  moments: number;
  readonly problems: Map<string, number>;
  slowest: { index: number; steps: number; words: number };
}

/** Walks `count` damaged files, from that of index `from`, and prints what came of them. Throws where something is amiss. */
export async function fuzz({ seed, count, from, at }: { seed: number; count: number; from: number; at: Int32Array }) {
  const lexicon = await loadLexicon({});
  for (const writer of writers) await writer.load?.();
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(fixtures + folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => ({ name, bytes: readFileSync(join(fixtures, folder, name)) })),
  );
  const whole = readFileSync(`${fixtures}visits/earache.txt`);
  const tally: Tally = { visits: 0, moments: 0, problems: new Map(), slowest: { index: 0, steps: 0, words: 0 } };
  const work = mkdtempSync(join(tmpdir(), 'bedside-fuzz-'));
  let expected: Walked['moments'] | undefined;
  try {
    for (let first = from; first < from + count; first += BATCH) {
      const folder = mkdtempSync(join(work, 'batch-'));
      const last = Math.min(first + BATCH, from + count);
      for (let index = first; index < last; index++) {
        const own = generator(seed, index);
        const { name, bytes } = pick(files, own);
        writeFileSync(join(folder, `${String(index).padStart(9, '0')}-${name}`), mutate(bytes, own));
      }
      for (const end of ['!', '~']) writeFileSync(join(folder, `${end}.txt`), whole);
      const paths = readdirSync(folder)
        .sort()
        .map((name) => join(folder, name));
      const options = optionsOf(generator(seed, -1 - Math.floor(first / BATCH)));
      const walked: Walked[] = [];
      for (const item of walk(noted(findVisits(paths).inputs, at), lexicon, options)) {
        if (isProblem(item)) note(item);
        else {
          check(item);
          walked.push(item);
        }
      }
      const ends = walked.filter(({ visit }) => visit.id === '!' || visit.id === '~');
      if (ends.length !== (options.kind === 'note' || options.from !== undefined ? ends.length : 2))
        throw new Error('a whole file is lost');
      for (const { moments, visit } of ends) {
        if (visit.kind === 'note') continue;
        const own = moments.map((moment) => ({ ...moment, visit: '' }));
        expected ??= own;
        if (!isDeepStrictEqual(own, expected)) throw new Error('a whole file is read otherwise');
      }
      write(walked);
      rmSync(folder, { recursive: true });
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  print(tally, seed, count);

  function note({ code, what, fix, file }: Problem): void {
    if (!code || !what || !fix || !file) throw new Error('a Problem says too little');
    tally.problems.set(code, (tally.problems.get(code) ?? 0) + 1);
  }

  /** What holds of every visit, whatever it was made of. */
  function check({ visit, moments, score }: Walked): void {
    tally.visits += 1;
    tally.moments += moments.length;
    for (const { position, start, end, quote } of moments) {
      if ([...visit.turns[position].text].slice(start, end).join('') !== quote)
        throw new Error('a quote is not at its place');
    }
    for (const value of Object.values(score))
      if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('a score is no number');
    const steps = countSteps(visit, lexicon);
    if (steps <= tally.slowest.steps) return;
    const words = visit.turns.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
    tally.slowest = { index: Number.parseInt(visit.source.split('/').at(-1) ?? '', 10), steps, words };
  }

  function write(walked: readonly Walked[]): void {
    const { hash } = lexicon;
    writeAll(
      scoreColumns,
      walked.map(({ score }) => cellsOf(scoreColumns, score)),
    );
    writeAll(
      tagColumns,
      walked.flatMap(({ visit, moments }) => moments.map((m) => cellsOf(tagColumns, momentRow(visit, m, hash)))),
    );
    writeAll(
      cueColumns,
      walked.flatMap(({ visit, moments, segmented }) =>
        answersToCues(visit, moments, lexicon, segmented).map((a) => cellsOf(cueColumns, cueRow(visit, a, hash))),
      ),
    );
  }
}

/** Notes which file is being read; the index stands at the beginning of its name. */
function* noted(inputs: Iterable<Input | Problem>, at: Int32Array): Generator<Input | Problem> {
  for (const input of inputs) {
    const index = isProblem(input) ? Number.NaN : Number.parseInt(input.name.split('/').at(-1) ?? '', 10);
    if (Number.isInteger(index)) Atomics.store(at, 0, index);
    yield input;
  }
}

/** Most runs say nothing of their inputs, as most users do. */
function optionsOf(own: Random): WalkOptions {
  return {
    ...(own() < 0.2 && { kind: pick(['note', 'transcript', 'both'] as const, own) }),
    ...(own() < 0.2 && { from: pick(readers, own).id }),
    ...(own() < 0.2 && { keep: ['text', 'visit', '__proto__'] }),
    ...(own() < 0.1 && { map: { text: 'utterance' } }),
    ...(own() < 0.2 && { idPrefix: true }),
  };
}

/** The numbers of one file: its own, so that it can be made again alone. */
function generator(seed: number, index: number): Random {
  return random((Math.imul(seed, 0x9e3779b1) + index) >>> 0);
}

/** Writes rows in every format; what was written as CSV must be the same when it is read. */
function writeAll(columns: readonly ColumnSpec[], rows: readonly (readonly Cell[])[]): void {
  for (const { id, write } of writers) {
    const text = [...write(columns, rows, { guard: true, width: 120, colour: false })].join('');
    if (id !== 'csv') continue;
    const read: string[][] = parse(text);
    if (read.length !== rows.length + 1) throw new Error('rows are lost in writing');
    if (read.some((cells) => cells.some((cell) => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)))))
      throw new Error('a cell is not guarded');
  }
}

function print({ visits, moments, problems, slowest }: Tally, seed: number, count: number): void {
  const counts = [...problems].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, n]) => `  ${code.padEnd(28)}${n}\n`);
  process.stdout.write(
    `seed ${seed}: ${count} files, ${visits} visits, ${moments} moments\n` +
      `most steps: file ${slowest.index}, ${slowest.steps} in ${slowest.words} words\n${counts.join('')}`,
  );
}
