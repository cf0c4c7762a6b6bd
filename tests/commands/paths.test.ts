import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../src/batch/bytes.ts';
import type { Input } from '../../src/batch/inputs.ts';
import { findVisits, walk } from '../../src/pipeline.ts';
import { isProblem } from '../../src/problem.ts';
import { lexicon } from '../rules/lexicon.ts';
import { bedside, emptyFolder, ROOT, rowsOf, visit } from './bedside.ts';

const PROGRAM = join(ROOT, 'bin/bedside.js');

/** A folder of visits of these names. */
function folderOf(...names: string[]): string {
  const folder = emptyFolder();
  for (const name of names) writeFileSync(join(folder, name), visit());
  return folder;
}

function ids(stdout: string): string[] {
  return rowsOf(stdout).map(({ visit_id }) => visit_id);
}

/** Runs a line of the shell, which makes pipes that no test could. */
function shell(line: string, cwd: string) {
  const { stdout, stderr, status } = spawnSync(
    'bash',
    ['-c', line.replaceAll('bedside', `"${process.execPath}" "${PROGRAM}"`)],
    {
      cwd,
      encoding: 'utf8',
      timeout: 60_000,
    },
  );
  return { stdout, stderr, status };
}

describe('names', () => {
  it('hold line breaks, quotes, dashes and blanks, in a folder and named', () => {
    const names = [
      'new\nline.txt',
      '-dash.txt',
      '--to.txt',
      ' blank .txt',
      '"quote",.txt',
      "it's.txt",
      '*.txt',
      '%s.txt',
      '$HOME.txt',
    ];
    const folder = folderOf(...names);
    const { stdout, stderr, code } = bedside(['score', '.'], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(ids(stdout)).toEqual(names.map((name) => name.slice(0, -4)).sort());
    const named = bedside(['score', '--', ...names], { cwd: folder });
    expect(ids(named.stdout)).toEqual(names.map((name) => name.slice(0, -4)));
  });

  it('a file called - is not standard input', () => {
    const folder = folderOf('-');
    const { stdout } = bedside(['score', '[-]'], { cwd: folder, input: '' });
    expect(ids(stdout)).toEqual(['-']);
  });

  it('that are not UTF-8 are told, and cost no other file', () => {
    const folder = folderOf('a.txt', 'z.txt');
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/m`), Buffer.from([0xfc]), Buffer.from('ller.txt')]), visit());
    const inner = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xe9])]);
    mkdirSync(inner);
    writeFileSync(Buffer.concat([inner, Buffer.from('/b.txt')]), visit());
    for (const paths of [[folder], [`${folder}/*.txt`]]) {
      const { stdout, stderr, code } = bedside(['score', ...paths]);
      expect(code).toBe(1);
      expect(ids(stdout)).toEqual(['a', 'z']);
      expect(stderr).toContain('ller.txt: the name is not written in UTF-8. Rename it');
      expect(stderr).not.toContain('no such file');
    }
  });

  it('of patterns that are none are names', () => {
    const folder = folderOf('a[z-a].txt');
    expect(ids(bedside(['score', join(folder, 'a[z-a].txt')]).stdout)).toEqual(['a[z-a]']);
    const { code, stderr } = bedside(['score', 'b[z-a].txt']);
    expect(code).toBe(1);
    expect(stderr).toContain('no such file or folder');
  });

  it('within files are never opened', () => {
    const folder = folderOf('secret.txt');
    const path = join(folder, 'secret.txt');
    const json = {
      visit_id: path,
      file: path,
      source: path,
      turns: [
        { speaker: 'Doctor', text: path },
        { speaker: 'Patient', text: 'a' },
      ],
    };
    const input = JSON.stringify(json);
    const { stdout } = bedside(['score', '-', '--id-prefix'], { input });
    expect(rowsOf(stdout)).toMatchObject([{ visit_id: `stdin/${path}`, source: 'stdin', turns: '2' }]);
  });
});

describe('links', () => {
  it('that lead in circles or nowhere are told, and passed over in folders', () => {
    const folder = folderOf('a.txt');
    symlinkSync('x', join(folder, 'y'));
    symlinkSync('y', join(folder, 'x'));
    symlinkSync('.', join(folder, 'loop'));
    symlinkSync('nowhere', join(folder, 'gone.txt'));
    expect(ids(bedside(['score', folder]).stdout)).toEqual(['a']);
    const { code, stderr } = bedside(['score', join(folder, 'x'), join(folder, 'gone.txt'), join(folder, 'x/b.txt')]);
    expect(code).toBe(1);
    expect(stderr.match(/a link that leads to no file/g)).toHaveLength(2);
    expect(stderr).toContain('no such file or folder');
  });
});

describe('pipes and devices', () => {
  it('are read where they are named: by the shell, as /dev/stdin, made by hand', () => {
    const folder = folderOf('a.txt');
    expect(ids(shell('bedside score <(cat a.txt) <(sleep 0.3; cat a.txt)', folder).stdout)).toHaveLength(2);
    expect(ids(shell('bedside score /dev/stdin < a.txt', folder).stdout)).toEqual(['stdin']);
    expect(ids(shell('cat a.txt | bedside score /dev/stdin', folder).stdout)).toEqual(['stdin']);
    expect(ids(shell('(sleep 0.3; cat a.txt; sleep 0.2) | bedside score -', folder).stdout)).toEqual(['stdin']);
    expect(
      ids(shell('mkfifo f.txt; (sleep 0.3; cat a.txt > f.txt) & bedside score f.txt a.txt', folder).stdout),
    ).toEqual(['f', 'a']);
  });

  it('are passed over in a folder', () => {
    const folder = folderOf('a.txt');
    shell('mkfifo f.txt g.csv', folder);
    expect(ids(bedside(['score', folder]).stdout)).toEqual(['a']);
    expect(ids(bedside(['score', `${folder}/*`]).stdout)).toEqual(['a']);
  });

  it('that are silent can be interrupted', async () => {
    const folder = folderOf('a.txt');
    shell('mkfifo f.txt', folder);
    // Standard input is read as it comes, so that the program itself can end.
    for (const [path, end] of [
      ['f.txt', 'SIGINT'],
      ['-', 130],
    ] as const) {
      const child = spawn(process.execPath, [PROGRAM, 'score', 'a.txt', path, '-o', 'out.csv'], { cwd: folder });
      const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
      const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      child.kill('SIGINT');
      expect(await ended).toBe(end);
      clearTimeout(late);
      expect(shell('ls -A', folder).stdout).not.toContain('out.csv\n');
    }
  });

  it('without an end are given up', () => {
    const { code, stderr, stdout } = bedside(['score', '/dev/zero', 'fixtures/visits/checkup.txt']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^bedside: \/dev\/zero: longer than \d+ MiB\. /);
    expect(ids(stdout)).toEqual(['checkup']);
  });

  it('sockets are told', async () => {
    const folder = folderOf('a.txt');
    const server = createServer().listen(join(folder, 's.txt'));
    await new Promise((resolve) => server.once('listening', resolve));
    const { stderr, stdout } = bedside(['score', join(folder, 's.txt'), join(folder, 'a.txt')]);
    server.close();
    expect(stderr).toContain('is a socket or a device, not a file');
    expect(ids(stdout)).toEqual(['a']);
  });

  it('/dev/null is empty', () => {
    expect(bedside(['score', '/dev/null']).stderr).toContain('the file is empty');
  });
});

describe('files that change between being found and being read', () => {
  const problems = (change: (folder: string) => void) => {
    const folder = folderOf('a.txt', 'b.txt', 'c.txt');
    const { inputs } = findVisits([folder]);
    change(folder);
    return [...walk(inputs, lexicon, {})].map((item) => (isProblem(item) ? item.code : item.visit.id));
  };

  it('are told, and cost no other', () => {
    expect(problems((folder) => unlinkSync(join(folder, 'b.txt')))).toEqual(['a', 'file.missing', 'c']);
    expect(problems((folder) => writeFileSync(join(folder, 'b.txt'), ''))).toEqual(['a', 'file.empty', 'c']);
    expect(problems((folder) => appendFileSync(join(folder, 'b.txt'), '\0'))).toEqual(['a', 'file.binary', 'c']);
    expect(
      problems((folder) => {
        unlinkSync(join(folder, 'b.txt'));
        mkdirSync(join(folder, 'b.txt'));
      }),
    ).toEqual(['a', 'file.unreadable', 'c']);
  });

  it('a file longer than it was is read whole', () => {
    const folder = folderOf('a.txt');
    const [input] = [...findVisits([folder]).inputs] as Input[];
    appendFileSync(input.path, 'Doctor: Fine.\n'.repeat(10_000));
    expect(readBytes(input.path, 'a').length).toBeGreaterThan(input.bytes + 100_000);
  });
});

describe.skipIf(process.platform === 'win32')('files without permission', () => {
  // Root may read everything: the program is then run as somebody else.
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const run = (...paths: string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [PROGRAM, 'score', ...paths], {
      encoding: 'utf8',
      ...user,
    });
    return { stdout, stderr, status };
  };

  it('files, folders and what lies in them', () => {
    const folder = mkdtempSync('/tmp/bedside-denied-');
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'closed'));
    for (const name of ['a.txt', 'b.txt', 'closed/c.txt']) writeFileSync(join(folder, name), visit());
    chmodSync(join(folder, 'b.txt'), 0);
    chmodSync(join(folder, 'closed'), 0);
    const walked = run(folder);
    expect(walked.status).toBe(1);
    expect(ids(walked.stdout)).toEqual(['a']);
    expect(walked.stderr).toContain('closed: the folder cannot be listed. ');
    expect(walked.stderr).toContain('b.txt: no permission to read it. ');
    expect(run(join(folder, 'closed/c.txt')).stderr).toContain('no permission to look there. ');
    chmodSync(join(folder, 'closed'), 0o755);
  });
});

describe('folders', () => {
  it('empty ones and deep ones', () => {
    const folder = emptyFolder();
    expect(bedside(['score', folder]).stderr).toContain('the folder holds no visits');
    const deep = join(folder, ...Array.from({ length: 500 }, () => 'd'));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'a.txt'), visit());
    expect(ids(bedside(['score', folder]).stdout)[0]).toMatch(/^(d\/){500}a$/);
  });
});
