import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { bedside, emptyFolder, ROOT } from './bedside.ts';
import { manyVisits } from './runs.ts';

it('counts rows in the journal only after the disk has them, and gives the file its name last', () => {
  const there = emptyFolder();
  const log = join(emptyFolder(), 'log');
  const env = { NODE_OPTIONS: `--require ${join(ROOT, 'tests/commands/log-files.cjs')}`, LOG_FILES: log };
  bedside(['score', manyVisits(800), '-o', join(there, 'out.csv'), '--workers', '1', '--resume'], { env });
  const events = readFileSync(log, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, path]) => path.startsWith(there))
    .map(([what, path]) => `${what} ${path === there ? 'folder' : basename(path)}`);
  const steps = events.flatMap((event, at) => (event === 'write out.csv.journal' ? [at] : [])).slice(1);
  expect(steps.length).toBeGreaterThan(1);
  for (const at of steps) {
    expect(events[at - 1]).toBe('fdatasync out.csv.partial');
    expect(events[at + 1]).toBe('fsync out.csv.journal');
  }
  // The journal is of use only while the folder knows it.
  expect(events[steps[0] + 2]).toBe('fsync folder');
  expect(events.slice(-3)).toEqual(['fsync out.csv.partial', 'rename out.csv', 'fsync folder']);
}, 300_000);
