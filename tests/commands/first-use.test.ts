import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../src/commands/lines.ts';
import { bedside, emptyFolder, rowsOf, visit } from './bedside.ts';

/** A folder with one file in it. */
function folderWith(name: string, text: string): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, name), text);
  return folder;
}

const HUMOUR = `code: clinic.humour
definition: Lightens the talk with a joke.
source: ours
speaker: clinician
rules:
  - id: joking
    match: |
      (just|only) (joking|kidding)
    yes: |
      I'm [only joking].
      [Just kidding], of course.
    no: |
      I'm only checking.
      No joking.
`;

describe('codes of one’s own', { timeout: 180_000 }, () => {
  const rules = folderWith('clinic.humour.yaml', HUMOUR);
  const text = "Doctor: I'm only joking. Just kidding!\nPatient: Ha.\nDoctor: How is the pain?\nPatient: Fine.\n";
  const file = join(folderWith('a.txt', text), 'a.txt');
  const note = join(folderWith('n.txt', 'PLAN:\nWe talked it over, only joking.\n'), 'n.txt');

  it('get a column each after the fixed ones, empty where they cannot be counted', () => {
    const { stdout, stderr } = bedside(['score', file, note, '-l', rules]);
    expect(stderr).toBe('');
    const fixed = bedside(['score', file]).stdout.split('\n')[0];
    expect(stdout.split('\n')[0]).toBe(`${fixed},clinic_humour`);
    expect(rowsOf(stdout).map((row) => row.clinic_humour)).toEqual(['2', '']);
    const long = rowsOf(bedside(['score', file, '-l', rules, '--long']).stdout);
    expect(long.find(({ measure }) => measure === 'clinic_humour')).toMatchObject({ value: '2' });
  });

  it('are in bedside columns', () => {
    const own = (args: readonly string[]) =>
      rowsOf(bedside(['columns', ...args]).stdout).filter(({ output }) => output === 'score --lexicon');
    expect(own(['-l', rules])).toMatchObject([{ name: 'clinic_humour', formula: 'moments of clinic.humour' }]);
    expect(own([])).toMatchObject([{ name: 'CODE' }]);
  });
});

describe('rule files', { timeout: 180_000 }, () => {
  it('that only take rules away need no more than code and rules', () => {
    const [code, id] = ['empathy.name', 'sounds'];
    const rule = `${code}/${id}`;
    const folder = folderWith(`${code}.yaml`, `code: ${code}\nrules:\n  - id: ${id}\n    off: true\n`);
    expect(bedside(['lexicon', 'check', folder])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/nothing wrong/),
    });
    const rules = rowsOf(bedside(['lexicon', 'list', '-l', folder]).stdout).map((row) => row.rule);
    expect(rowsOf(bedside(['lexicon', 'list']).stdout).map((row) => row.rule)).toContain(rule);
    expect(rules).not.toContain(rule);
    expect(rules.some((other) => other.startsWith(`${code}/`))).toBe(true);
  });

  it('that bring rules need the rest', () => {
    const folder = folderWith('humour.yaml', 'code: humour\nrules:\n  - id: a\n    match: |\n      joking\n');
    const { code, stdout } = bedside(['lexicon', 'check', folder]);
    expect(code).toBe(1);
    for (const key of ['definition', 'source', 'speaker']) expect(stdout).toContain(key);
  });

  it.each([
    ['(just|only joking', /:8: joking: the group that begins `\(just\|only joking` is never closed: write `\)`/],
    ['just|only) joking', /:8: joking: a `\)` closes a group that no `\(` opened: write `\(`/],
  ])('with a broken group are told which: %s', (pattern, message) => {
    const folder = folderWith('clinic.humour.yaml', HUMOUR.replace(/\(just.*/, pattern));
    expect(bedside(['lexicon', 'check', folder]).stdout).toMatch(message);
  });

  it('have their shape shown by the help that a message names', () => {
    const folder = folderWith('humour.yaml', 'hello\n');
    expect(bedside(['lexicon', 'check', folder]).stdout).toContain('`bedside lexicon check --help` shows a whole file');
    const [, shape] =
      /humour\.yaml:\n\n([\s\S]*?)\n\nPatterns/.exec(bedside(['lexicon', 'check', '--help']).stdout) ?? [];
    const shown = folderWith('humour.yaml', shape.replaceAll(/^ {4}/gm, ''));
    expect(bedside(['lexicon', 'check', shown]).stdout).toMatch(/nothing wrong/);
    expect(bedside(['lexicon', 'test', shown]).stdout).toMatch(/ 0 wrong/);
  });
});

describe('what is surely not meant is told, once', () => {
  it('a column in --keep that a file lacks', () => {
    const folder = folderWith('a.csv', 'visit,speaker,text,site\n1,Doctor,How are you?,x\n1,Patient,Fine.,x\n');
    writeFileSync(join(folder, 'b.txt'), visit());
    const { code, stdout, stderr } = bedside(['score', folder, '--keep', 'site,stie']);
    expect(code).toBe(0);
    const [a, b] = [join(folder, 'a.csv'), join(folder, 'b.txt')];
    expect(stderr).toBe(
      `bedside: --keep site: ${b} has no such column; the cells are empty there\n` +
        `bedside: --keep stie: ${a}, ${b} have no such column; the cells are empty there\n`,
    );
    expect(rowsOf(stdout).map(({ site }) => site)).toEqual(['x', '']);
    expect(bedside(['score', folder, '--keep', 'site', '-q']).stderr).toBe('');
  });

  it('files of a folder that are skipped, by name up to five, all on demand', () => {
    const folder = folderWith('a.txt', visit());
    mkdirSync(join(folder, 'sub'));
    for (let k = 1; k <= 7; k += 1) writeFileSync(join(folder, 'sub', `${k}.mp3`), '');
    const few = bedside(['score', folder]).stderr;
    expect(few).toContain('7 files skipped');
    expect(few).toContain(`${join(folder, 'sub/5.mp3')} and 2 more. Name them all: --skipped`);
    expect(few).not.toContain('6.mp3');
    expect(bedside(['score', folder, '--skipped']).stderr).toContain(join(folder, 'sub/7.mp3'));
  });

  it('a text read as a note though its clinician was named', () => {
    const file = join(folderWith('a.txt', 'She feels better today.\nWe will see her again in May.\n'), 'a.txt');
    const { code, stderr } = bedside(['score', file, '--clinician', 'Berg']);
    expect(code).toBe(0);
    expect(stderr).toContain(
      `${file} read as a note: no labels of speakers were found, so --clinician names nobody there`,
    );
    expect(bedside(['score', file, '--clinician', 'Berg', '--kind', 'note']).stderr).toBe('');
    expect(bedside(['score', file]).stderr).toBe('');
  });

  it('a sentence explained that a patient would say', () => {
    const said = 'I am so worried about the scan.';
    expect(bedside(['lexicon', 'explain', said]).stdout).toMatch(
      /\nsaid by a patient it is tagged patient\.cue: add --role patient\n/,
    );
    expect(bedside(['lexicon', 'explain', said, '--role', 'patient']).stdout).not.toContain('add --role');
    expect(bedside(['lexicon', 'explain', 'That sounds really hard.']).stdout).not.toContain('add --role');
  });
});

it('JSON that ends too early is told where it ends, not on the line after', () => {
  const file = join(folderWith('a.json', '{"visits": [{"id": 1}\n'), 'a.json');
  expect(bedside(['score', file]).stderr).toContain(`${file}: line 1, column 22: the JSON ends before it is complete`);
});

describe('bedside columns', () => {
  const rows = rowsOf(bedside(['columns']).stdout);
  const named = (output: string) => rows.filter((row) => row.output === output);

  it('has every column of agree, each with its meaning', () => {
    const { stdout } = bedside(['agree', 'fixtures/gold', 'fixtures/gold/second.csv', '--to', 'csv']);
    expect(named('agree').map(({ name }) => name)).toEqual(stdout.split('\n')[0].split(','));
    for (const { formula } of named('agree')) expect(formula.length).toBeGreaterThan(5);
  });

  it('says what each flag means, with the bounds in use', () => {
    const found = named('flags');
    const wanted = ['roles-swapped?', 'no-patient', 'no-clinician', 'several-clinicians', 'short', 'few-questions'];
    expect(found.map(({ name }) => name)).toEqual([...wanted, 'few-cues', 'unpunctuated', 'not-english?']);
    expect(found.find(({ name }) => name === 'short')?.formula).toMatch(/^fewer than 300 words/);
  });
});

describe('on a terminal', () => {
  it.each([80, 108, 160])('lexicon list has no slivers at %i columns', (width) => {
    const { stdout } = bedside(['lexicon', 'list', '--to', 'table'], { env: { COLUMNS: String(width) } });
    const lines = stdout.trimEnd().split('\n');
    const count = rowsOf(bedside(['lexicon', 'list']).stdout).length;
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
    // Some three lines a rule; ten and more were needed where every column had its sliver.
    expect(lines.length).toBeLessThan(3 * count);
    expect(lines[0]).toMatch(/^rule .*note$/);
  });

  it('messages are broken at words, and a path never', () => {
    const path = `/${'folder/'.repeat(12)}a.txt`;
    const lines = breakLines(`bedside: ${path}: the file is empty. Export it again, or leave it out`, 40).split('\n');
    expect(lines).toEqual(['bedside:', `  ${path}:`, '  the file is empty. Export it again, or', '  leave it out']);
    expect(breakLines('bedside: short', 40)).toBe('bedside: short');
    expect(breakLines('bedside: what no width is known for', 0)).toBe('bedside: what no width is known for');
  });
});
