import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bedside, emptyFolder, rowsOf } from './bedside.ts';

it('an id that comes back later in its file is told, and its turns from there on are left out', () => {
  const file = join(emptyFolder(), 'torn.csv');
  const rows = ['v1,Doctor,How are you?', 'v2,Doctor,How is the pain?', 'v1,Patient,Well.', 'v3,Patient,Bad.'];
  writeFileSync(file, `visit,speaker,text\n${rows.join('\n')}\n`);
  const { code, stdout, stderr } = bedside(['score', file]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/torn\.csv: row 4: this visit has ended before.*Sort/);
  expect(rowsOf(stdout).map(({ visit_id, turns }) => `${visit_id} ${turns}`)).toEqual(['v1 1', 'v2 1', 'v3 1']);
});
