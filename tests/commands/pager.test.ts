import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, ROOT } from './bedside.ts';

const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true;

/** Reviews a fixture on a pseudo-terminal of so many rows, with a pager that keeps what it is given. */
function onTerminal(rows: number, options: string, pager?: string): { screen: string; paged: string | undefined } {
  const file = join(emptyFolder(), 'paged.txt');
  const command = `stty rows ${rows} cols 90; node bin/bedside.js review fixtures/visits/checkup.txt ${options}`;
  const { status, stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, PAGER: pager ?? `cat > ${file}`, TERM: 'xterm-256color', NO_COLOR: '', FORCE_COLOR: '' },
  });
  expect(status).toBe(0);
  return { screen: stdout, paged: existsSync(file) ? readFileSync(file, 'utf8') : undefined };
}

describe.skipIf(!hasScript)('the pager', () => {
  it('is given what is longer than the screen, in colour', () => {
    const { screen, paged } = onTerminal(20, '');
    expect(paged).toContain('Good morning, Mrs Keane');
    expect(paged).toContain('\u001b[38;5;32m');
    expect(paged).not.toContain('[question.open: ');
    expect(screen).not.toContain('Good morning, Mrs Keane');
  });

  it('is left alone by what fits, and by --no-pager', () => {
    for (const { screen, paged } of [onTerminal(400, ''), onTerminal(20, '--no-pager')]) {
      expect(paged).toBeUndefined();
      expect(screen).toContain('Good morning, Mrs Keane');
    }
  });

  it('is done without where it cannot be run', () => {
    const { screen } = onTerminal(20, '', 'no-such-pager');
    expect(screen).toContain('Good morning, Mrs Keane');
    expect(screen).toContain('communication index');
  });
});
