import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bedside, emptyFolder, rowsOf, visit } from './bedside.ts';

const COHORT = 'fixtures/cohort';
const NAMED = ['--by', '{trainee}_{date}'];

/** The rows of a comparison, by measure. */
function compared(...args: string[]) {
  const { code, stdout, stderr } = bedside(['compare', ...args, '--to', 'csv']);
  return { code, stderr, rows: new Map(rowsOf(stdout).map((row) => [row.measure, row])) };
}

function fileOf(name: string, text: string): string {
  const file = join(emptyFolder(), name);
  writeFileSync(file, text);
  return file;
}

describe('compare', () => {
  it('gives medians, means, difference and effect size with intervals', () => {
    const { code, stderr, rows } = compared('amara', 'bo', COHORT, ...NAMED);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const row = rows.get('open_question_share') ?? {};
    expect(row).toMatchObject({ kind: 'transcript', a: 'amara', b: 'bo', n_a: '7', n_b: '6', finding: 'higher in A' });
    const [low, g, high] = [row.g_low, row.hedges_g, row.g_high].map(Number);
    expect(0 < low && low < g && g < high).toBe(true);
    expect(Number(row.difference)).toBeCloseTo(Number(row.mean_a) - Number(row.mean_b), 3);
    expect(rows.get('empathy_per_1000w')?.finding).toBe('no difference that these visits can show');
  });

  it('takes the same visits by folder, by pattern, by group, by table and as the others, and writes the same bytes', () => {
    const figures = (...args: string[]) => {
      const { stdout, code } = bedside(['compare', ...args]);
      expect(code).toBe(0);
      return rowsOf(stdout).map(({ a, b, ...rest }) => rest);
    };
    const byName = figures('amara', 'bo', `${COHORT}/[ab]*`, ...NAMED);
    const lines = ['visit_id,who', ...['amara_2025-01-14', 'amara_2025-02-04'].map((id) => `${id},amara`)];
    expect(figures(`${COHORT}/amara_*.txt`, `${COHORT}/bo_*.txt`)).toEqual(byName);
    expect(figures('amara', 'others', `${COHORT}/[ab]*`, ...NAMED)).toEqual(byName);
    const meta = fileOf('meta.csv', `${lines.join('\n')}\n`);
    const few = bedside(['compare', 'amara', 'others', COHORT, '--meta', meta, '--to', 'csv']);
    expect(rowsOf(few.stdout)[0]).toMatchObject({ visits_a: '2', visits_b: '0', finding: 'too few to compare' });
    expect(few.stderr).toContain('17 visits without a row in');
  });

  it('compares periods, both ends with them', () => {
    const { rows } = compared('2025-01..2025-02', '2025-03..', COHORT, ...NAMED);
    expect(rows.get('sdm_per_1000w')).toMatchObject({ visits_a: '9', visits_b: '10' });
    const { rows: days } = compared('..2025-01-14', '2025-01-15..2025-01-16', COHORT, ...NAMED);
    expect(days.get('sdm_per_1000w')).toMatchObject({ visits_a: '1', visits_b: '2' });
  });

  it('says too few to compare under five visits a side, and nothing else', () => {
    const { rows, code } = compared(`${COHORT}/amara_2025-01-14.txt`, `${COHORT}/bo_2025-01-15.txt`);
    expect(code).toBe(0);
    for (const { kind, measure, a, b, visits_a, visits_b, n_a, n_b, finding, ...rest } of rows.values()) {
      expect(finding).toBe('too few to compare');
      expect(Object.values(rest).join('')).toBe('');
    }
    const { stdout } = bedside(['compare', `${COHORT}/amara_2025-01-14.txt`, `${COHORT}/bo_*.txt`, '--to', 'table']);
    expect(stdout.split('\n').slice(2)).toEqual(['too few to compare', '']);
  });

  it('tells under a table how the figures are made, and what chance does', () => {
    const { stdout } = bedside(['compare', 'amara', 'bo', COHORT, ...NAMED, '--to', 'table']);
    expect(stdout).toMatch(/^A: amara, 7 visits\nB: bo, 6 visits\n/);
    const text = stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain('one interval in twenty leaves 0 out by chance');
    expect(text).toContain('An aid to review and no verdict on a person.');
  });

  it('never pools notes with transcripts', () => {
    const { stdout } = bedside(['compare', COHORT, 'fixtures/visits/notes', '--to', 'csv']);
    for (const row of rowsOf(stdout))
      expect([row.visits_a, row.visits_b]).toEqual(row.kind === 'note' ? ['0', '2'] : ['19', '0']);
  });
});

describe('groups', () => {
  const trouble = (...args: string[]) => {
    const { code, stderr } = bedside(['compare', ...args]);
    return `${code} ${stderr.trimEnd()}`;
  };

  it('come from the folder that a file lies in', () => {
    const folder = emptyFolder();
    for (const [name, count] of [
      ['ana', 2],
      ['ben', 1],
    ] as const) {
      mkdirSync(join(folder, name));
      for (let k = 0; k < count; k++) writeFileSync(join(folder, name, `v${k}.txt`), visit());
    }
    const { rows } = compared('ana', 'ben', folder, '--by', 'folder');
    expect(rows.get('empathy_per_1000w')).toMatchObject({ visits_a: '2', visits_b: '1' });
    const { rows: same } = compared('ana', 'ben', folder, '--by', '{trainee}/*');
    expect(same.get('empathy_per_1000w')).toMatchObject({ visits_a: '2', visits_b: '1' });
  });

  it('come from a column of the input', () => {
    const row = (id: string, site: string) => `${id},Doctor,How is the pain?,${site}\n${id},Patient,Bad.,${site}\n`;
    const table = fileOf(
      't.csv',
      `visit,speaker,text,site\n${row('1', 'north')}${row('2', 'south')}${row('3', 'south')}`,
    );
    const { rows } = compared('north', 'south', table, '--by', 'site');
    expect(rows.get('empathy_per_1000w')).toMatchObject({ visits_a: '1', visits_b: '2' });
  });

  it('are told where they do not fit', () => {
    expect(trouble('amara', 'dora', COHORT, ...NAMED)).toBe(
      '2 bedside: dora: no visit belongs to that group. There are amara, bo, cleo',
    );
    expect(trouble('a', 'b', COHORT, '--by', 'nothing')).toMatch(/^2 bedside: --by nothing: it fits no visit\./);
    expect(trouble('a', 'b', COHORT, '--by', '{}_*')).toMatch(/^2 bedside: --by \{\}_\*: braces without a name\./);
    expect(trouble('a', 'b', 'c')).toMatch(/^2 bedside: 3 PATHs, and two are compared\. .*quotes/);
    expect(trouble('a', 'b', ...NAMED)).toMatch(/^2 bedside: the visits are missing\./);
    expect(trouble('2025..2026', '2026..', COHORT, ...NAMED)).toMatch(/^2 bedside: the two periods share days\./);
    expect(trouble(COHORT, `${COHORT}/bo_2025-01-15.txt`)).toMatch(
      /^2 bedside: .*bo_2025-01-15\.txt stands on both sides\./,
    );
  });

  it('of a table are told with row and remedy, and the rest is compared', () => {
    const rows = [
      'visit_id;who;seen',
      'amara_2025-01-14;x;2025-01-14',
      'bo_2025-01-15;y;15.1.2025',
      'ghost;y;2025-01-01',
      ';y;2025-01-01',
      'bo_2025-01-15;y;2025-01-15',
    ];
    const meta = fileOf('meta.csv', `${rows.join('\n')}\n`);
    const { code, stderr } = bedside(['compare', 'x', 'y', COHORT, '--meta', meta, '--by', 'who', '--date', 'seen']);
    expect(code).toBe(1);
    expect(stderr).toContain(`${meta}: row 5: the row names no visit.`);
    expect(stderr).toContain(`${meta}: row 6: a row of the visit bo_2025-01-15 was there before.`);
    expect(stderr).toContain(`${meta}: row 3: the date of the visit bo_2025-01-15 is no day such as 2025-03-07.`);
    expect(stderr).toContain(`1 row of ${meta} of which no visit was read: ghost`);
    expect(stderr).toContain(`17 visits without a row in ${meta}`);
  });

  it('need a table with ids of visits', () => {
    expect(trouble('x', 'y', COHORT, '--meta', fileOf('m.csv', 'name,who\na,x\n'))).toMatch(
      /^1 bedside: .*m\.csv: no column visit_id in the first row\./,
    );
    expect(trouble('x', 'y', COHORT, '--meta', fileOf('m.csv', 'visit_id,who\na,x\n'))).toMatch(
      /^2 bedside: .*no row fits a visit\./,
    );
  });

  it('never name in an error what was said', () => {
    const said = 'visit,speaker,text\n1,Doctor,How is the frightful pain in your knee?\n1,Patient,Bad.\n';
    const { stderr } = bedside(['compare', 'x', 'y', fileOf('t.csv', said), '--by', 'text']);
    expect(stderr).toContain('no visit belongs to that group');
    expect(stderr).not.toContain('frightful');
  });
});
