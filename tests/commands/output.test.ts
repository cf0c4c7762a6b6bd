import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bedside, emptyFolder, rowsOf, visit } from './bedside.ts';

const VISITS = 'fixtures/visits';

describe('where rows go', () => {
  it('gives the same bytes twice, in a file and on standard output', () => {
    const file = join(emptyFolder(), 'scores.csv');
    const first = bedside(['score', VISITS]);
    expect(bedside(['score', VISITS, '-o', file, '--raw']).stdout).toBe('');
    expect(readFileSync(file, 'utf8')).toBe(first.stdout);
  });

  it('picks the format by the ending, or by --to', () => {
    const folder = emptyFolder();
    const one = `${VISITS}/checkup.txt`;
    bedside(['score', one, '-o', join(folder, 'a.tsv')]);
    bedside(['score', one, '-o', join(folder, 'a.json')]);
    bedside(['score', one, '-o', join(folder, 'a.txt'), '--to', 'csv']);
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(read('a.tsv')).toMatch(/^visit_id\tsource\t/);
    expect(JSON.parse(read('a.json'))).toMatchObject([{ visit_id: 'checkup', kind: 'transcript' }]);
    expect(read('a.txt')).toMatch(/^visit_id,source,/);
    expect(bedside(['score', one, '--to', 'table']).stdout).toContain('────');
  });

  it('leaves nothing else beside the file, writes through a link, and keeps the old file when it fails', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real/scores.csv'), 'old');
    symlinkSync(join(folder, 'real/scores.csv'), join(folder, 'scores.csv'));
    bedside(['score', `${VISITS}/checkup.txt`, '-o', join(folder, 'scores.csv')]);
    expect(readdirSync(join(folder, 'real'))).toEqual(['scores.csv']);
    const scores = readFileSync(join(folder, 'real/scores.csv'), 'utf8');
    expect(rowsOf(scores)).toHaveLength(1);
    bedside(['score', `${VISITS}/checkup.txt`, '--scoring', 'nowhere.yaml', '-o', join(folder, 'scores.csv')]);
    expect(readFileSync(join(folder, 'real/scores.csv'), 'utf8')).toBe(scores);
  });

  it("guards a file's cells against spreadsheets, not standard output, and not with --raw", () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '=a.txt'), visit());
    const input = join(folder, '=a.txt');
    const idIn = (name: string, ...more: string[]) => {
      bedside(['score', input, '-o', join(folder, name), ...more]);
      return rowsOf(readFileSync(join(folder, name), 'utf8'))[0].visit_id;
    };
    expect(idIn('guarded.csv')).toBe("'=a");
    expect(idIn('raw.csv', '--raw')).toBe('=a');
    expect(rowsOf(bedside(['score', input]).stdout)[0].visit_id).toBe('=a');
  });

  it('carries columns of the input through', () => {
    const input = 'visit,speaker,text,site,flags\nv1,Doctor,How is the pain?,north,x\nv1,Patient,Bad.,north,x\n';
    for (const command of ['score', 'tag']) {
      const { stdout, code } = bedside([command, '-', '--keep', 'site,flags', '--map', 'visit=visit'], { input });
      expect(code).toBe(0);
      const [row] = rowsOf(stdout);
      expect(row.site).toBe('north');
      expect(command === 'score' ? row.input_flags : row.flags).toBe('x');
    }
    const object = JSON.parse(bedside(['tag', '-', '--keep', 'site', '--to', 'ndjson'], { input }).stdout);
    expect(object).toMatchObject({ visit_id: 'v1', site: 'north' });
  });

  it('adds rates, and makes rows of measures', () => {
    const [row] = rowsOf(bedside(['score', `${VISITS}/checkup.txt`, '--rates']).stdout);
    const rate = (1000 * Number(row.open_questions)) / Number(row.clinician_words);
    expect(Number(row.open_questions_per_1000w)).toBeCloseTo(rate, 3);
    const long = rowsOf(bedside(['score', `${VISITS}/checkup.txt`, '--long']).stdout);
    expect(Object.keys(long[0])).toEqual(['visit_id', 'kind', 'measure', 'value', 'n']);
    expect(long.find(({ measure }) => measure === 'open_questions')?.value).toBe(row.open_questions);
  });
});

describe('what could not be read', () => {
  it('is listed with --errors, in input order, with what standard error says', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a.txt'), '');
    writeFileSync(join(folder, 'b.txt'), visit());
    writeFileSync(join(folder, 'c.json'), '{"turns": [');
    const errors = join(folder, 'errors.csv');
    const { stderr } = bedside(['score', folder, '--errors', errors]);
    const rows = rowsOf(readFileSync(errors, 'utf8'));
    expect(Object.keys(rows[0])).toEqual(['code', 'file', 'at', 'what', 'fix', 'visit_id']);
    expect(rows.map(({ file }) => file)).toEqual([join(folder, 'a.txt'), join(folder, 'c.json')]);
    for (const { file, what } of rows) {
      expect(stderr).toContain(`bedside: ${file}: `);
      expect(stderr).toContain(what);
    }
    // Its own results are no visits: a second run finds what the first one found.
    expect(bedside(['score', folder, '-q']).stderr).toBe(stderr);
  });

  it('gives a header alone where nothing is wrong', () => {
    const errors = join(emptyFolder(), 'errors.csv');
    bedside(['score', `${VISITS}/checkup.txt`, '--errors', errors]);
    expect(readFileSync(errors, 'utf8').trimEnd()).toBe('code,file,at,what,fix,visit_id');
  });

  it('holds an id that comes again; --id-prefix tells the two apart', () => {
    const folder = emptyFolder();
    const table = 'visit,speaker,text\nv1,Doctor,How is the pain?\nv1,Patient,Bad.\n';
    writeFileSync(join(folder, 'a.csv'), table);
    writeFileSync(join(folder, 'b.csv'), table);
    const twice = bedside(['score', folder]);
    expect(twice.code).toBe(1);
    expect(twice.stderr).toMatch(/b\.csv: row 2: .*\bv1\b.*--id-prefix\n$/);
    const prefixed = bedside(['score', folder, '--id-prefix']);
    expect(prefixed.code).toBe(0);
    expect(rowsOf(prefixed.stdout).map((row) => row.visit_id)).toEqual(['a/v1', 'b/v1']);
  });
});

describe('standard error', () => {
  const swapped = Array.from({ length: 12 }, () => [
    'Patient: What brings you in today? Do you have any fever? Any chest pain? Let me examine you.',
    "Doctor: I've been having this pain in my knee. I've been taking ibuprofen. It hurts when I walk.",
    "Patient: I'm going to prescribe you some medication. Do you take any other medicines?",
    "Doctor: My wife says I should rest. I can't sleep. I was worried about it.",
  ])
    .flat()
    .join('\n');

  it('names a visit whose labels are contradicted, unless quiet', () => {
    const file = join(emptyFolder(), 'mixed-up.txt');
    writeFileSync(file, swapped);
    const { code, stdout, stderr } = bedside(['score', file]);
    expect(code).toBe(0);
    expect(rowsOf(stdout)[0].flags).toContain('roles-swapped?');
    expect(stderr).toContain('mixed-up');
    expect(bedside(['score', file, '-q']).stderr).toBe('');
  });

  it('tells once which files of a folder are no visits, unless quiet', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a.txt'), visit());
    writeFileSync(join(folder, 'README.md'), 'About this folder.');
    writeFileSync(join(folder, 'codes.csv'), 'visit_id,turn,code,start,end,quote\na,1,question.open,0,5,What');
    const { code, stderr } = bedside(['score', folder]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `bedside: 2 files skipped, no visits by name, ending or columns: ${join(folder, 'README.md')}, ${join(folder, 'codes.csv')}\n`,
    });
    expect(bedside(['score', folder, '--quiet']).stderr).toBe('');
  });

  it('does not let a file name command the terminal', () => {
    const { stderr } = bedside(['score', 'a\u001bc\nb.txt']);
    expect(stderr).toBe('bedside: a?c?b.txt: no such file or folder. Check the path\n');
  });
});

describe('colour', () => {
  it('is only where it is wanted', () => {
    const args = ['score', `${VISITS}/checkup.txt`, '--to', 'table'];
    const paint = '\u001b[';
    expect(bedside(args).stdout).not.toContain(paint);
    expect(bedside(args, { env: { FORCE_COLOR: '1' } }).stdout).toContain(paint);
    expect(bedside(args, { env: { NO_COLOR: '1' } }).stdout).not.toContain(paint);
  });
});
