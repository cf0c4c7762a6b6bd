import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bedside, emptyFolder, ROOT, rowsOf, visit } from './bedside.ts';

const CHECKUP = 'fixtures/visits/checkup.txt';

describe('exit codes', () => {
  it('0: all read and scored, nothing on standard error', () => {
    const { code, stdout, stderr } = bedside(['score', CHECKUP]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(rowsOf(stdout).map((row) => row.visit_id)).toEqual(['checkup']);
  });

  it('1: a path that does not exist, the others scored', () => {
    const { code, stdout, stderr } = bedside(['score', 'nowhere.txt', CHECKUP]);
    expect(code).toBe(1);
    expect(stderr).toBe('bedside: nowhere.txt: no such file or folder. Check the path\n');
    expect(rowsOf(stdout)).toHaveLength(1);
  });

  it('1: a folder without visits', () => {
    const folder = emptyFolder();
    const { code, stderr } = bedside(['score', '.'], { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^bedside: \.: the folder holds no visits\. /);
  });

  it('1: an unreadable file among others costs no other', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a.txt'), visit());
    writeFileSync(join(folder, 'b.txt'), '');
    writeFileSync(join(folder, 'c.txt'), visit());
    const { code, stdout, stderr } = bedside(['score', folder]);
    expect(code).toBe(1);
    expect(rowsOf(stdout).map((row) => row.visit_id)).toEqual(['a', 'c']);
    expect(stderr.split('\n')).toHaveLength(2);
    expect(stderr).toContain(`${join(folder, 'b.txt')}: `);
  });

  it.skipIf(process.getuid?.() === 0)('1: a file without permission', () => {
    const file = join(emptyFolder(), 'a.txt');
    writeFileSync(file, visit());
    chmodSync(file, 0);
    const { code, stderr } = bedside(['score', file]);
    expect(code).toBe(1);
    expect(stderr).toContain('no permission to read it');
  });

  it.each([
    [['score', '--nonsense', CHECKUP], /^bedside: unknown option '--nonsense'\. See: bedside score --help\n$/],
    [['score'], /^bedside: missing required argument 'path'\. See: bedside score --help\n$/],
    [['nonsense'], /^bedside: unknown command 'nonsense'\. /],
    [['score', '--kind', 'letter', CHECKUP], /^bedside: option '--kind <kind>' .*Allowed choices are/],
    [['score', '--map', 'nonsense', CHECKUP], /^bedside: option '--map <columns>' .*NAME=COLUMN/],
    [
      ['score', '--from', 'nonsense', CHECKUP],
      /^bedside: --from nonsense: no such format\. Take one of text|^bedside: --from nonsense/,
    ],
    [['score', '--to', 'nonsense', CHECKUP], /^bedside: --to nonsense: no such format\. Take one of csv, /],
    [['score', '-o', 'scores.xyz', CHECKUP], /^bedside: scores\.xyz: its ending names no format\. /],
    [['score', '-l', 'nowhere', CHECKUP], /^bedside: no such folder: nowhere\. /],
  ])('2: wrong usage is one clear line: %j', (args, line) => {
    const { code, stdout, stderr } = bedside(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('2: no command at all shows what there is', () => {
    const { code, stderr } = bedside([]);
    expect(code).toBe(2);
    expect(stderr).toContain('Usage: bedside');
  });

  it('2: an input is never written over', () => {
    const file = join(emptyFolder(), 'a.csv');
    const text = `visit,speaker,text\n1,Doctor,How are you feeling?\n1,Patient,Fine.\n`;
    writeFileSync(file, text);
    const { code, stderr } = bedside(['score', file, '-o', file]);
    expect(code).toBe(2);
    expect(stderr).toContain('is an input');
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('74: an output that cannot be written', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'taken.csv'));
    expect(bedside(['score', CHECKUP, '-o', join(folder, 'no/such/scores.csv')])).toMatchObject({ code: 74 });
    expect(bedside(['score', CHECKUP, '-o', join(folder, 'taken.csv')])).toMatchObject({ code: 74 });
  });

  it.skipIf(process.platform !== 'linux')('74: a full disk', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"$0" bin/bedside.js score ${CHECKUP} > /dev/full`, process.execPath],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    );
    expect(status).toBe(74);
    expect(stderr).toBe('bedside: standard output: the disk is full. Free some space or write elsewhere\n');
  });

  it('0: a closed standard output, quietly', () => {
    const folder = emptyFolder();
    for (let i = 0; i < 40; i += 1) writeFileSync(join(folder, `${i}.txt`), visit().repeat(40));
    const command = `"$0" bin/bedside.js tag "$1"; echo "code $?" >&2`;
    const { stderr } = spawnSync('sh', ['-c', `{ ${command}; } | head -1`, process.execPath, folder], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(stderr).toBe('code 0\n');
  });

  it('130: interrupted, what was finished is kept', async () => {
    const folder = emptyFolder();
    const input = join(folder, 'many');
    mkdirSync(input);
    for (let file = 0; file < 12; file += 1) {
      const rows = Array.from(
        { length: 5_000 },
        (_, i) => `${file}-${Math.floor(i / 4)},${i % 2 ? 'Patient' : 'Doctor'},How is the pain today?`,
      );
      writeFileSync(join(input, `${file}.csv`), `visit,speaker,text\n${rows.join('\n')}\n`);
    }
    const output = join(folder, 'scores.ndjson');
    const child = spawn(process.execPath, ['bin/bedside.js', 'tag', input, '-o', output], {
      cwd: ROOT,
      stdio: 'ignore',
    });
    const ended = new Promise<number | null>((resolve) => {
      child.on('exit', resolve);
    });
    // Its draft stands beside the target from the first visit on.
    const { existsSync, statSync } = await import('node:fs');
    const draft = `${output}.partial`;
    for (let wait = 0; wait < 3000 && !(existsSync(draft) && statSync(draft).size > 0); wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(existsSync(output)).toBe(false);
    const lines = readFileSync(draft, 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeLessThan(15_000);
    expect(JSON.parse(lines.at(-1) ?? '')).toHaveProperty('visit_id');
  });
});
