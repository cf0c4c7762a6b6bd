import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { expect, it } from 'vitest';
import { bedside } from './commands/bedside.ts';

const PATHS = ['fixtures/visits/*.txt', 'fixtures/visits/notes'];

/** Without the columns that change with every rule and release. */
function lasting(csv: string): string {
  const rows: Record<string, string>[] = parse(csv, { columns: true });
  return stringify(
    rows.map(({ lexicon, version, ...rest }) => rest),
    { header: true },
  );
}

/** What a release changes in these files is what its CHANGELOG has to tell; `npx vitest -u` writes them anew. */
it.each([
  ['score', []],
  ['tag', []],
  ['cues', []],
  ['score', ['--long', '--rates']],
] as const)('%s %s gives what it gave, and the same bytes twice', async (command, options) => {
  const args = [command, ...PATHS, ...options, '--to', 'csv'];
  const { code, stdout } = bedside(args);
  expect(code).toBe(0);
  expect(bedside(args).stdout).toBe(stdout);
  const name = [command, ...options.map((option) => option.replace('--', ''))].join('-');
  await expect(lasting(stdout)).toMatchFileSnapshot(`../fixtures/expected/${name}.csv`);
});
