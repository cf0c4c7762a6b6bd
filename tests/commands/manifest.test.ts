import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../src/version.ts';
import { bedside, emptyFolder, rowsOf, visit } from './bedside.ts';
import { breakOff, manyVisits, stepsIn } from './runs.ts';

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** Two visits, a file too large for one task, two channels, an empty file. */
function inputs(): string {
  const folder = join(emptyFolder(), 'in');
  mkdirSync(folder);
  cpSync('fixtures/visits/twins', join(folder, 'twins'), { recursive: true });
  writeFileSync(join(folder, 'a.txt'), visit());
  writeFileSync(join(folder, 'b.txt'), '');
  const said = 'I walk a little every day. '.repeat(110);
  const rows = Array.from({ length: 400 }, (_, i) => `r${i},Doctor,How is it?\nr${i},Patient,${said}`);
  writeFileSync(join(folder, 'big.csv'), `visit,speaker,text\n${rows.join('\n')}\n`);
  return folder;
}

describe('--manifest', () => {
  it('says what a run was made of, and nothing that was said', () => {
    const folder = inputs();
    const there = emptyFolder();
    const run = (workers: string) => {
      const output = join(there, 'tags.csv');
      const manifest = join(there, `${workers}.json`);
      bedside(['tag', folder, '-o', output, '--id-prefix', '--manifest', manifest, '--workers', workers]);
      return { output, manifest: read(manifest), text: readFileSync(manifest, 'utf8') };
    };
    const { output, manifest, text } = run('1');
    expect(statSync(join(folder, 'big.csv')).size).toBeGreaterThan(2 ** 20);
    for (const { file, bytes, sha256: hash } of manifest.inputs) {
      expect({ file, bytes, hash }).toEqual({ file, bytes: statSync(file).size, hash: sha256(file) });
    }
    const names = manifest.inputs.map(({ file }: { file: string }) => file);
    expect(names).toEqual([...names].sort());
    expect(names).toContain(join(folder, 'big.csv'));
    const rows = rowsOf(readFileSync(output, 'utf8'));
    expect(manifest).toMatchObject({
      version,
      node: process.versions.node,
      lexicon: rows[0].lexicon,
      command: 'tag',
      options: { 'id-prefix': true, to: 'csv' },
      workers: 1,
      counts: { rows: rows.length, problems: { 'file.empty': 1 } },
      output: { file: output, bytes: statSync(output).size, sha256: sha256(output) },
      run: { resumed: 0 },
    });
    expect(text).not.toMatch(/knee|frustrating/);
    const { run: _, ...first } = manifest;
    const { run: __, ...second } = run('2').manifest;
    expect({ ...second, workers: 1, arguments: [] }).toEqual({ ...first, arguments: [] });
  }, 300_000);

  it('is the same of a run that was broken off', async () => {
    const folder = manyVisits(1200);
    const there = emptyFolder();
    const output = join(there, 'out.ndjson');
    const path = join(there, 'manifest.json');
    const args = ['score', folder, '-o', output, '--manifest', path, '--workers', '1'];
    bedside(args);
    const { run: before, ...whole } = read(path);
    expect(before.resumed).toBe(0);
    await breakOff(args, ['SIGKILL'], () => stepsIn(output) >= 1);
    bedside([...args, '--resume']);
    const { run, ...resumed } = read(path);
    expect(run.resumed).toBe(1);
    expect(resumed).toEqual(whole);
  }, 300_000);

  it('is written of a run to standard output too', () => {
    const path = join(emptyFolder(), 'manifest.json');
    const { stdout } = bedside(['score', 'fixtures/visits/checkup.txt', '--manifest', path]);
    const hash = createHash('sha256').update(stdout).digest('hex');
    expect(read(path).output).toEqual({ file: null, bytes: Buffer.byteLength(stdout), sha256: hash });
  });

  it('is no input, and no other file of the run', () => {
    const folder = inputs();
    const output = join(emptyFolder(), 'a.csv');
    for (const more of [
      ['--manifest', join(folder, 'a.txt'), '-o', output],
      ['--errors', join(folder, 'a.txt'), '-o', output],
      ['--manifest', output, '-o', output],
      ['--errors', output, '--manifest', output],
    ]) {
      const { code, stderr } = bedside(['score', join(folder, 'a.txt'), ...more]);
      expect(code).toBe(2);
      if (more.includes(join(folder, 'a.txt'))) expect(stderr).toContain('is an input');
    }
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(visit());
  });
});
