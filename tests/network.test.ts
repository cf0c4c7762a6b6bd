import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, ROOT } from './commands/bedside.ts';

/** Every kind of work, with the options that load more. */
const RUNS = [
  'score fixtures/visits',
  'tag fixtures/visits/checkup.txt --redact --to ndjson',
  'tag fixtures/visits/checkup.txt --no-quotes',
  'cues fixtures/visits --to table',
  'agree fixtures/gold fixtures/gold/tags.csv',
  'lexicon test',
  'lexicon check',
  'columns',
  'formats',
];

const BEDSIDE = 'bin/bedside.js';
const run = (program: string, args: readonly string[]) =>
  spawnSync(program, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
const can = (program: string, args: readonly string[]): boolean => run(program, args).status === 0;

const hasStrace = can('strace', ['-o', '/dev/null', '-e', 'trace=network', 'true']);
const hasNamespaces = can('unshare', ['-rn', 'true']);

describe('nothing is sent anywhere', { timeout: 180_000 }, () => {
  it.each(RUNS)('%s: calls nothing that could reach a network', (line) => {
    const { status, stderr } = run(process.execPath, ['--require', './tests/offline.cjs', BEDSIDE, ...line.split(' ')]);
    expect(stderr).not.toMatch(/was called/);
    expect(status).toBe(0);
  });

  it('and the guard does see one who would', () => {
    const file = join(emptyFolder(), 'sends.mjs');
    writeFileSync(file, "import { connect } from 'node:net';\nconnect(9, '127.0.0.1');\n");
    expect(run(process.execPath, ['--require', './tests/offline.cjs', file])).toMatchObject({
      status: 99,
      stderr: 'net.connect was called\n',
    });
  });

  it.skipIf(!hasStrace).each(RUNS)('%s: the system is asked for no socket', (line) => {
    const log = join(emptyFolder(), 'trace');
    const trace = ['-f', '-qq', '-e', 'trace=socket,connect,sendto,sendmsg,bind', '-o', log];
    expect(run('strace', [...trace, process.execPath, BEDSIDE, ...line.split(' ')]).status).toBe(0);
    expect(
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => /\b(?:socket|connect|send\w+|bind)\(/.test(line)),
    ).toEqual([]);
  });

  it.skipIf(!hasNamespaces).each(RUNS.filter((line) => !line.startsWith('lexicon')))(
    '%s: says the same without any network',
    (line) => {
      const args = line.split(' ');
      const there = run(process.execPath, [BEDSIDE, ...args]);
      const cut = run('unshare', ['-rn', process.execPath, BEDSIDE, ...args]);
      expect(cut.status).toBe(0);
      expect(cut.stdout).toBe(there.stdout);
    },
  );

  it('the built program and library import no module of the network', () => {
    const network = /^(?:node:)?(?:net|tls|dgram|dns|dns\/promises|http|https|http2|cluster|inspector)$/;
    const files = readdirSync(join(ROOT, 'dist')).filter((name) => /\.c?js$/.test(name));
    expect(files).toEqual(expect.arrayContaining(['cli.cjs', 'index.js']));
    const imported = files.flatMap((name) => {
      const text = readFileSync(join(ROOT, 'dist', name), 'utf8');
      const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\w*\s*\(\s*)["']([\w:/.-]+)["']/g);
      return [...found].map(([, id]) => id);
    });
    // The reader's pager, and nothing else, is another program.
    const pagers = files.filter((name) => readFileSync(join(ROOT, 'dist', name), 'utf8').includes('child_process'));
    expect(pagers).toEqual(['cli.cjs']);
    // Else the pattern sees no imports at all.
    expect(imported).toEqual(expect.arrayContaining(['node:fs', 'node:path']));
    expect(imported.filter((id) => network.test(id))).toEqual([]);
    expect(existsSync(join(ROOT, 'dist/cli.cjs'))).toBe(true);
  });
});
