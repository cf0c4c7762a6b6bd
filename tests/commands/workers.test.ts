import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bedside, emptyFolder, rowsOf, visit } from './bedside.ts';

/** More files than a task takes, and a table that is cut in two, with a few visits that cannot be read. */
function manyVisits(): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'files'));
  for (let i = 0; i < 160; i += 1) {
    writeFileSync(
      join(folder, 'files', `${String(i).padStart(3, '0')}.txt`),
      i % 50 === 7 ? '' : visit(`It is number ${i}.`),
    );
  }
  const rows = Array.from({ length: 1500 }, (_, i) => {
    const id = `v${Math.floor(i / 30)}`;
    return `${id},${i % 2 ? 'Patient' : 'Doctor'},"${i % 2 ? 'It ""aches"", and I am worried.' : 'Tell me about the pain.\nWhat helps?'}",${'x'.repeat(450)}`;
  });
  rows.push('v3,Doctor,Back again?,x');
  writeFileSync(join(folder, 'turns.csv'), `visit,speaker,text,site\n${rows.join('\n')}\n`);
  return folder;
}

describe('--workers', () => {
  const folder = manyVisits();

  it.each([
    ['score', 'csv'],
    ['tag', 'json'],
  ])(
    'changes nothing of what %s writes as %s, and nothing of what it tells',
    (command, format) => {
      const run = (workers: number) => bedside([command, folder, '--to', format, '--workers', String(workers)]);
      const alone = run(1);
      expect(alone.code).toBe(1);
      expect(alone.stderr.split('\n').filter((line) => line.includes('the file is empty'))).toHaveLength(4);
      expect(alone.stderr).toMatch(/turns\.csv: row 1502: this visit has ended before/);
      for (const workers of [2, 3]) expect(run(workers)).toEqual(alone);
    },
    120_000,
  );

  it('refuses what is no number of them', () => {
    expect(bedside(['score', folder, '--workers', '0'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('tells a fault in the rules of a user as one thread does', () => {
    const { code, stdout, stderr } = bedside(['score', folder, '--workers', '2', '-l', 'nowhere']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^bedside: no such folder: nowhere\. /);
  });

  it('takes the rules of a user along', () => {
    const rules = emptyFolder();
    writeFileSync(
      join(rules, 'question.open.yaml'),
      'code: question.open\ndefinition: Asks about aching.\nsource: none\nspeaker: patient\nover: []\nrules:\n  - id: ours\n    note: Aching.\n    match: |\n      it aches\n    yes: |\n      P: [It aches] so.\n      P: [It aches].\n    no: |\n      P: It hurts.\n      P: He aches.\n',
    );
    const run = (workers: string) => bedside(['tag', join(folder, 'turns.csv'), '-l', rules, '--workers', workers]);
    const two = run('2');
    expect(two.stdout).toBe(run('1').stdout);
    expect(rowsOf(two.stdout).some(({ rule }) => rule === 'question.open/ours')).toBe(true);
  }, 120_000);
});
