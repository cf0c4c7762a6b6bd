import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bedside, emptyFolder } from './bedside.ts';
import { manyVisits, sizeOf } from './runs.ts';

/** A file system of its own in memory, so small that rows fill it; undefined, with the reason, where nothing may be mounted. */
function mount(kilobytes: number): { readonly path?: string; readonly reason: string } {
  const path = emptyFolder();
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'bedside', path], {
    encoding: 'utf8',
  });
  if (status === 0) return { path, reason: '' };
  return { reason: error?.message ?? stderr.trim() };
}

const SIZE = 96;
const { path: disk, reason } = mount(SIZE);
if (disk === undefined) console.warn(`full disks are not tested: no file system can be mounted here (${reason})`);

describe.skipIf(disk === undefined)('a disk that is full', () => {
  const there = String(disk);
  const output = join(there, 'out.csv');
  const errors = join(there, 'errors.csv');
  let folder: string;
  beforeAll(() => {
    folder = manyVisits(800);
  });
  afterAll(() => {
    spawnSync('umount', [there]);
  });

  it('ends the run with 74, and after there is room it goes on: not a row is lost or doubled', () => {
    const whole = join(emptyFolder(), 'out.csv');
    const args = ['score', folder, '--errors', errors];
    const { code } = bedside(['score', folder, '--errors', `${whole}.errors`, '-o', whole]);
    expect(sizeOf(whole)).toBeGreaterThan(SIZE * 1024);
    const full = bedside([...args, '-o', output]);
    expect(full.code).toBe(74);
    expect(full.stderr).toMatch(
      /out\.csv: the disk is full\. Free some space, then go on with: bedside score .* --resume\n$/,
    );
    expect(existsSync(output)).toBe(false);
    // It fills up again, and still nothing is spoilt.
    expect(bedside([...args, '-o', output, '--resume']).code).toBe(74);
    spawnSync('mount', ['-o', 'remount,size=2m', there]);
    const ended = bedside([...args, '-o', output, '--resume']);
    expect(ended.code).toBe(code);
    expect(readFileSync(output, 'utf8')).toBe(readFileSync(whole, 'utf8'));
    expect(readFileSync(errors, 'utf8')).toBe(readFileSync(`${whole}.errors`, 'utf8'));
    expect(readdirSync(there).sort()).toEqual(['errors.csv', 'out.csv', 'out.csv.journal']);
  }, 300_000);

  it('is told of a manifest too, and the rows are not lost for it', () => {
    for (const name of readdirSync(there)) rmSync(join(there, name));
    const small = join(emptyFolder(), 'in');
    mkdirSync(small);
    cpSync('fixtures/visits/checkup.txt', join(small, 'a.txt'));
    writeFileSync(join(there, 'filler'), Buffer.alloc(2 * 1024 * 1024 - 4096));
    const rows = join(emptyFolder(), 'out.csv');
    const args = ['score', small, '-o', rows, '--manifest', join(there, 'deep.json')];
    spawnSync('sh', ['-c', `cat /dev/zero > ${join(there, 'filler')}`]);
    const full = bedside(args);
    expect(full.code).toBe(74);
    expect(full.stderr).toMatch(/deep\.json: the disk is full\. .* --resume\n$/);
    expect(existsSync(rows)).toBe(false);
    rmSync(join(there, 'filler'));
    expect(bedside([...args, '--resume']).code).toBe(0);
    expect(existsSync(rows)).toBe(true);
    expect(JSON.parse(readFileSync(join(there, 'deep.json'), 'utf8')).counts).toMatchObject({ visits: 1 });
  }, 300_000);
});
