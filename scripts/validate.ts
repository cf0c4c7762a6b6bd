/**
 * Measures the tags of the built program and prints the tables of the README:
 *
 *     npm run validate -- DIR [--annomi DIR] [--write]
 *
 * DIR is a gold folder (visits.csv with visits/, rare.csv with rare/, notes.csv with notes/); the other holds AnnoMI's labels and
 * utterances as CSV. Baselines, and a copy of the visits without punctuation or capitals, are measured in the same run.
 * --write keeps the figures of codes, measures and rules in lexicons/en/agreement.yaml, where reports take them from.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { copyAsAsr } from './asr-copy.ts';
import { type NaiveMoment, naive, type PlainTurn } from './baselines.ts';
import { agreementYaml, codeFigures, measureFigures, type Row, ruleFigures } from './validate/agreement.ts';

type Cells = Readonly<Record<string, string>>;

/**
 * F1 of AnnoMI's experts among themselves, on the utterances that ten of them labelled: a figure that comes with the labels. Their
 * files hold one label an utterance, so that it cannot be computed again from them.
 */
const EXPERTS: Readonly<Record<string, number>> = {
  question: 0.915,
  'question.open': 0.754,
  'listening.reflection': 0.752,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { annomi: { type: 'string' }, write: { type: 'boolean' } },
});
if (positionals.length !== 1) {
  process.stderr.write('usage: npm run validate -- DIR [--annomi DIR] [--write]\n');
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), 'validate-'));
try {
  const readers = goldTables(positionals[0]);
  const experts = values.annomi === undefined ? [] : annomiTable(values.annomi);
  if (values.write) writeFigures(positionals[0], readers, experts);
} finally {
  rmSync(work, { recursive: true });
}

function goldTables(gold: string): Row[] {
  const parts = ['visits', 'rare', 'notes'].filter((part) => existsSync(join(gold, part)));
  const ours = agree([gold, ...parts.map((part) => tag(join(gold, part), part))]);
  const spoken = parts.filter((part) => part !== 'notes');
  for (const part of spoken) copyAsAsr(join(gold, part), join(work, 'asr', part));
  const asr = agree([gold, ...spoken.map((part) => tag(join(work, 'asr', part), `asr-${part}`))]);
  const simple = agree([
    gold,
    writeNaive(
      parts.flatMap((part) => turnsOf(join(gold, part), part === 'notes')),
      'gold',
    ),
  ]);

  const same = (row: Row) => (other: Row) =>
    other.level === 'turn' && other.code === row.code && other.kind === row.kind;
  const rows = ours.filter((row) => row.level === 'turn' && (row.gold ?? 0) !== 0);
  print('Over turns', [
    [
      'code',
      'on',
      'gold',
      'naive F1',
      'P',
      'R',
      'F1 [95 %]',
      'kappa [95 %]',
      'AC1 [95 %]',
      'moment F1',
      'r per visit',
      'F1 as ASR',
      'of F1',
    ],
    ...rows.map((row) => {
      const heard = row.kind === 'note' ? undefined : asr.find(same(row));
      const share = heard ? Number(heard.f1) / Number(row.f1) : undefined;
      return [
        `${row.code}`,
        `${row.visits} ${row.kind === 'note' ? 'notes' : 'visits'}`,
        `${row.gold}`,
        number(simple.find(same(row))?.f1),
        ...[row.precision, row.recall].map(number),
        ...['f1', 'kappa', 'ac1'].map((name) => ranged(row, name)),
        ...[row.moment_f1, row.visit_r, heard?.f1, share].map(number),
      ];
    }),
  ]);
  print('Scores per visit', [
    [
      'score',
      'on',
      'gold mean',
      'our mean',
      'ICC(2,1) [95 %]',
      'ICC(3,1) [95 %]',
      'r [95 %]',
      'bias',
      'limits of agreement',
    ],
    ...ours
      .filter((row) => row.level === 'visit')
      .map((row) => [
        `${row.measure}`,
        `${row.visits} ${row.kind === 'note' ? 'notes' : 'visits'}`,
        ...[row.gold_mean, row.tagged_mean].map(number),
        ...['icc21', 'icc31', 'visit_r'].map((name) => ranged(row, name)),
        number(row.bias),
        `${number(row.limit_low)}, ${number(row.limit_high)}`,
      ]),
  ]);
  return ours;
}

function annomiTable(folder: string): Row[] {
  const tables = readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => ({ path: join(folder, name), rows: readCsv(join(folder, name)) }));
  const labels = tables.find(({ rows }) => rows[0]?.question_subtype !== undefined);
  const said = tables.find(({ rows }) => rows[0]?.utterance_text !== undefined);
  if (!labels || !said) throw new Error(`${folder} holds no CSV with question_subtype, or none with utterance_text`);
  const coded = labels.rows.flatMap(
    ({ transcript_id: visit, utterance_id: turn, question_subtype, reflection_subtype }) => {
      const codes = {
        open: 'question.open',
        closed: 'question.closed',
        simple: 'listening.reflection',
        complex: 'listening.reflection',
      };
      return [question_subtype, reflection_subtype].flatMap((label) =>
        label in codes ? [{ visit, turn, code: codes[label as keyof typeof codes], quote: '' }] : [],
      );
    },
  );
  const gold = writeMoments(coded, 'annomi-gold');
  const map = 'visit=transcript_id,turn=utterance_id,speaker=interlocutor,text=utterance_text';
  const turns = said.rows.map(
    (row): PlainTurn => ({
      visit: row.transcript_id,
      turn: row.utterance_id,
      role: row.interlocutor === 'therapist' ? 'clinician' : 'patient',
      text: row.utterance_text,
    }),
  );
  const compare = (tags: string) =>
    agree([gold, tags, '--codes', 'question,listening', '--map', map, '--text', said.path]);
  const ours = compare(tag(said.path, 'annomi', '--map', map));
  const simple = compare(writeNaive(turns, 'annomi'));
  print("Over AnnoMI's therapist utterances, against experts", [
    [
      'code',
      'utterances',
      'with it',
      'experts among themselves, F1',
      'naive F1',
      'P',
      'R',
      'F1 [95 %]',
      'kappa [95 %]',
      'AC1 [95 %]',
    ],
    ...ours
      .filter((row) => row.level === 'turn')
      .map((row) => [
        `${row.code}`,
        `${row.turns}`,
        `${row.gold}`,
        number(EXPERTS[`${row.code}`]),
        number(simple.find((other) => other.level === 'turn' && other.code === row.code)?.f1),
        ...[row.precision, row.recall].map(number),
        ...['f1', 'kappa', 'ac1'].map((name) => ranged(row, name)),
      ]),
  ]);
  return ours;
}

/** Keeps the figures beside the rules that they are of. */
function writeFigures(gold: string, readers: readonly Row[], experts: readonly Row[]): void {
  const tested = join(work, 'rules.csv');
  bedside('lexicon', 'test', '--gold', gold, '-o', tested);
  const [{ lexicon, version }] = readCsv(join(work, 'visits.csv'));
  const path = fileURLToPath(new URL('../lexicons/en/agreement.yaml', import.meta.url));
  const figures = {
    lexicon,
    version,
    codes: [...codeFigures(readers, 'readers'), ...codeFigures(experts, 'experts')],
    measures: measureFigures(readers, 'readers'),
    rules: ruleFigures(readCsv(tested)),
  };
  writeFileSync(path, agreementYaml(figures));
}

/** Tags a folder or file with the built program. */
function tag(path: string, name: string, ...options: string[]): string {
  const output = join(work, `${name}.csv`);
  bedside('tag', path, ...(name === 'notes' ? ['--kind', 'note'] : []), ...options, '-o', output);
  return output;
}

function agree(args: readonly string[]): Row[] {
  const output = join(work, 'agreement.json');
  bedside('agree', ...args, '-o', output);
  return JSON.parse(readFileSync(output, 'utf8'));
}

function bedside(...args: string[]): void {
  const program = fileURLToPath(new URL('../bin/bedside.js', import.meta.url));
  const quiet = args[0] === 'lexicon' ? [] : ['--quiet'];
  execFileSync(process.execPath, [program, ...args, ...quiet], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function turnsOf(folder: string, note: boolean): PlainTurn[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => {
      const lines = readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');
      return lines.map((line, i): PlainTurn => {
        const [, speaker, text] = (note ? undefined : /^([^:]*):\s*(.*)$/.exec(line)) ?? ['', '', line];
        const role = /doctor|therapist|clinician|nurse/i.test(speaker)
          ? 'clinician'
          : /patient|client|pt/i.test(speaker)
            ? 'patient'
            : 'other';
        return { visit: name.slice(0, -4), turn: `${i + 1}`, role: note ? 'note' : role, text };
      });
    });
}

function writeNaive(turns: readonly PlainTurn[], name: string): string {
  return writeMoments(turns.flatMap(naive), `${name}-naive`);
}

function writeMoments(moments: readonly NaiveMoment[], name: string): string {
  const path = join(work, `${name}.csv`);
  const rows = moments.map(({ visit, turn, code, quote }) => [visit, turn, code, quote]);
  writeFileSync(path, stringify([['visit_id', 'turn', 'code', 'quote'], ...rows]));
  return path;
}

function readCsv(path: string): Cells[] {
  return parse(readFileSync(path), { columns: true, bom: true });
}

function print(title: string, rows: readonly (readonly string[])[]): void {
  const [head, ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
  process.stdout.write(`### ${title}\n\n${[head, `|${'---|'.repeat(rows[0].length)}`, ...body].join('\n')}\n\n`);
}

function number(value: string | number | null | undefined): string {
  return typeof value === 'number' && Number.isFinite(value) ? value.toFixed(2) : '–';
}

function ranged(row: Row, name: string): string {
  const [value, low, high] = [name, `${name}_low`, `${name}_high`].map((column) => number(row[column]));
  return low === '–' ? value : `${value} [${low}, ${high}]`;
}
