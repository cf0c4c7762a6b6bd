import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { agree } from '../../src/commands/agree.ts';
import type { Run } from '../../src/commands/command.ts';

vi.setConfig({ testTimeout: 120_000 });

const gold = join(import.meta.dirname, '../../fixtures/gold');
const evaluated = JSON.parse(readFileSync(join(import.meta.dirname, '../agree/evaluated.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'agree-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const place = (ending: string) => join(folder, `${++files}.${ending}`);
const put = (text: string, ending = 'csv') => {
  const path = place(ending);
  writeFileSync(path, text);
  return path;
};

/** Runs the command as cli.ts does, and gives its exit code and what it told. */
async function run(...args: string[]): Promise<{ code: number; told: string[] }> {
  const told: string[] = [];
  let code = 0;
  const terminal = {
    problem: ({ what }: { what: string }) => told.push(what),
    trace() {},
    note: (text: string) => told.push(text),
  };
  const wrap: Run =
    (action) =>
    async (...given) => {
      code = await action(terminal, ...given);
    };
  const program = new Command().exitOverride();
  agree(program, wrap);
  await program.parseAsync(['agree', ...args], { from: 'user' });
  return { code, told };
}

type Row = Record<string, string>;
const readCsv = (path: string): Row[] => parse(readFileSync(path), { columns: true });

async function rowsOf(...args: string[]): Promise<Row[]> {
  const path = place('csv');
  await run(...args, '-o', path);
  return readCsv(path);
}

const folderRows = rowsOf(gold, join(gold, 'tags.csv'));

describe('a gold folder', () => {
  test('gives for every code what the reference program gives', async () => {
    const rows = await folderRows;
    for (const [label, expected] of Object.entries<Record<string, number | null>>(evaluated)) {
      const note = /^notes ?(.*)/.exec(label);
      const code = note ? note[1] || 'all' : label;
      const row = rows.find((r) => r.level === 'turn' && r.code === code && r.kind === (note ? 'note' : 'transcript'));
      for (const [name, value] of Object.entries(expected)) {
        if (value === null) expect(row?.[name], `${label} ${name}`).toBe('');
        else expect(Number(row?.[name]), `${label} ${name}`).toBeCloseTo(value, 3);
      }
    }
  });

  test('compares the scores of the visits that were coded for every code', async () => {
    const rows = (await folderRows).filter((row) => row.level === 'visit' && row.kind === 'transcript');
    const empathy = rows.find((row) => row.measure === 'empathy');
    expect(empathy).toMatchObject({ visits: '4', gold_mean: '1.5000', tagged_mean: '1.7500', bias: '0.2500' });
    expect(rows.map((row) => row.measure)).toEqual(
      expect.arrayContaining(['open_question_share', 'communication_index']),
    );
    // What no moment moves says nothing about agreement, nor do kinds that the gold has not.
    for (const name of ['words', 'turns', 'reflections_complex', 'sdm_teachback']) {
      expect(rows.map((row) => row.measure)).not.toContain(name);
    }
  });

  test('ends with what a paper has to report, blank where only its authors know', async () => {
    const report = (await folderRows).filter((row) => row.level === 'report');
    const value = (item: RegExp) => report.find((row) => item.test(row.measure))?.value;
    expect(value(/11: visits/)).toBe('6, with 71 turns: 35 clinician, 35 patient, 1 other');
    expect(value(/11: raters/)).toBe('gold, tags');
    for (const item of [/blinding/, /independence/, /training/, /sampling of visits/, /sampling of raters/]) {
      expect(value(item)).toBe('');
    }
  });

  test('gives the same bytes twice, and tells of moments without a place', async () => {
    const [one, two] = [place('json'), place('json')];
    const { code, told } = await run(gold, join(gold, 'tags.csv'), '-o', one);
    await run(gold, join(gold, 'tags.csv'), '-o', two);
    expect(readFileSync(one, 'utf8')).toBe(readFileSync(two, 'utf8'));
    expect(code).toBe(0);
    expect(told.join()).toMatch(/moments of tags without a place: 1 of visits .*1 of turns that/);
    const rows = JSON.parse(readFileSync(one, 'utf8'));
    expect(rows[0]).toMatchObject({ level: 'turn', code: 'question', gold: 18, tagged: 18 });
  });

  test('is a table for people, the report under it', async () => {
    const path = place('txt');
    await run(gold, join(gold, 'tags.csv'), '--to', 'table', '-o', path);
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(/question\.closed +12 +11 /);
    expect(text).toMatch(/blinding +____/);
  });
});

describe('two codings and their text', () => {
  const text = ['--text', join(gold, 'visits')];
  const visits = join(gold, 'visits.csv');

  test('agree fully where they are the same, as a table without offsets or as JSON', async () => {
    const rows = readCsv(visits).reverse();
    const table = put(
      `code,quote,turn,visit_id\n${rows.map((r) => `${r.code},"${r.quote}",${r.turn},${r.visit_id}`).join('\n')}\n`,
    );
    for (const tags of [table, put(JSON.stringify(rows), 'json')]) {
      const turns = (await rowsOf(visits, tags, ...text)).filter((row) => row.level === 'turn');
      expect(turns.length).toBeGreaterThan(15);
      for (const row of turns) expect(row).toMatchObject({ fp: '0', fn: '0', moment_f1: '1.0000' });
    }
  });

  test('keep to the codes that are asked for', async () => {
    const rows = await rowsOf(visits, join(gold, 'tags.csv'), ...text, '--codes', 'empathy,question.open');
    const codes = rows.filter((row) => row.level === 'turn').map((row) => row.code);
    expect(codes).toContain('empathy.name');
    expect(codes).toContain('question.open');
    expect(codes.filter((code) => /^(sdm|patient|listening)/.test(code))).toEqual([]);
    await expect(run(visits, visits, ...text, '--codes', 'humour')).rejects.toMatchObject({ name: 'UsageError' });
  });

  test('list every disagreement with its text, guarded, and a cell to settle it in', async () => {
    const details = place('csv');
    await run(visits, join(gold, 'tags.csv'), ...text, '--disagreements', details, '-o', place('csv'));
    const rows = readCsv(details);
    const of = (visit: string, turn: string, code: string) =>
      rows.find((r) => r.visit_id === visit && r.turn === turn && r.code === code);
    expect(of('ankle', '9', 'sdm.choice')).toMatchObject({
      disagreement: 'missed',
      given_by: 'gold',
      not_given_by: 'tags',
      quote: "It's up to you",
      before: 'Exactly.',
      text: "We could strap it and see, or x-ray it today. It's up to you.",
      settled: '',
    });
    expect(of('cough', '2', 'patient.cue')).toMatchObject({
      disagreement: 'false alarm',
      quote: 'three weeks / A cough',
    });
    expect(rows.map((row) => row.code)).not.toContain('empathy');
  });

  test('need the text, and its turns', async () => {
    await expect(run(visits, visits)).rejects.toMatchObject({
      name: 'UsageError',
      fix: expect.stringContaining('--text'),
    });
    await expect(run(visits, '--text', join(gold, 'visits'))).rejects.toMatchObject({ name: 'UsageError' });
    await expect(run(join(gold, 'visits'), visits, ...text)).rejects.toMatchObject({ name: 'UsageError' });
  });

  test('finish though a visit cannot be read, with exit code 1', async () => {
    const broken = join(gold, 'no-such.txt');
    const { code, told } = await run(visits, visits, '--text', join(gold, 'visits'), broken, '-o', place('csv'));
    expect(code).toBe(1);
    expect(told.join()).toContain('no such file');
  });
});

describe('a spreadsheet of coders', () => {
  const sheet = join(gold, 'coders.csv');
  const text = ['--text', join(gold, 'visits')];

  test('compares its coders, and leaves out what one of them left out', async () => {
    const rows = await rowsOf(sheet, ...text);
    const row = (code: string) => rows.find((r) => r.code === code && r.group === '');
    expect(row('question.closed')).toMatchObject({
      coders: 'anna + ben',
      tp: '11',
      fp: '2',
      fn: '0',
      tn: '12',
      moment_f1: '',
    });
    expect(row('empathy.understand')).toMatchObject({ gold: '1', tp: '0', fp: '0', fn: '0', tn: '25' });
  });

  test('compares each of them with tags too', async () => {
    const rows = await rowsOf(sheet, join(gold, 'tags.csv'), ...text, '--codes', 'question');
    expect([...new Set(rows.filter((row) => row.level === 'turn').map((row) => row.coders))]).toEqual([
      'anna + ben',
      'anna + tags',
      'ben + tags',
    ]);
  });

  test('groups its visits, and names groups that nobody measured', async () => {
    const rows = await rowsOf(sheet, ...text, '--by', 'site', '--codes', 'question');
    const open = rows.filter((row) => row.code === 'question.open').map((row) => [row.group, row.visits, row.gold]);
    expect(open).toEqual([
      ['', '4', '6'],
      ['north', '2', '3'],
      ['south', '2', '3'],
    ]);
    const bare = put(`visit_id,turn,code,site\nankle,1,question.open,north\n`);
    const tags = put(`visit_id,turn,code,site\nankle,1,question.open,north\ncough,1,question.open,south\n`);
    const report = (await rowsOf(bare, tags, ...text, '--by', 'site')).filter((row) => row.level === 'report');
    expect(report.filter((row) => /not to be compared/.test(row.measure)).map((row) => row.value)).toEqual([
      '(none)',
      'south',
    ]);
    await expect(run(sheet, ...text, '--by', 'accent')).rejects.toMatchObject({ name: 'UsageError' });
  });

  test('may group by a column of the text', async () => {
    const rows = await rowsOf(
      join(gold, 'visits.csv'),
      join(gold, 'tags.csv'),
      '--text',
      sheet,
      '--by',
      'site',
      '--codes',
      'question',
    );
    expect([...new Set(rows.map((row) => row.group))]).toEqual(['', 'north', 'south']);
  });

  test('may be the text as well', async () => {
    const rows = await rowsOf(sheet, '--text', sheet, '--codes', 'question');
    expect(rows.find((row) => row.code === 'question.open')).toMatchObject({ visits: '4', turns: '26' });
  });
});

test('three coders and more are compared all at once', async () => {
  const visit = put('Doctor: How is it?\nPatient: Bad.\nDoctor: Any fever?\nPatient: None.\n', 'txt');
  const id = `${files}`;
  const sheet = put(
    `visit_id,turn,ann,bob,cyn\n${id},1,question.open,question.open,question.closed\n${id},3,question.closed,question.closed,question.closed\n`,
  );
  const rows = await rowsOf(sheet, '--text', visit);
  const row = rows.find((r) => r.code === 'question.open');
  // Two pairs of F1 0, one of 1.
  expect(row).toMatchObject({ coders: 'ann + bob + cyn', f1: '0.3333', gold: '', precision: '' });
  expect(Number(rows.find((r) => r.code === 'question')?.ac1)).toBe(1);
});
