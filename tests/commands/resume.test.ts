import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bedside, emptyFolder, visit } from './bedside.ts';
import { breakOff, manyVisits, outcome, stepsIn, undisturbed } from './runs.ts';

const VISITS = 1200;
/** The runs that nothing disturbed, each done once. */
const wholes = new Map<string, ReturnType<typeof undisturbed>>();
let folder: string;
beforeAll(() => {
  folder = manyVisits(VISITS);
});

function wholeOf(command: string, ending: string) {
  const key = `${command} ${ending}`;
  const whole = wholes.get(key) ?? undisturbed(command, folder, ending);
  wholes.set(key, whole);
  return whole;
}

/** A number between 0 and 1 after another: mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What is told of going on is no part of what a run tells. */
function told(stderr: string): string {
  return stderr.replace(/^bedside: (going on after|no run to go on with|.* is finished:).*\n/gm, '');
}

describe('a run that is killed', () => {
  it.each([
    [1, 'score', 'csv', '1'],
    [2, 'tag', 'ndjson', '2'],
    [3, 'cues', 'json', '1'],
    [4, 'score', 'tsv', '2'],
  ])(
    'goes on where it was, again and again: seed %i, %s as %s with %s workers',
    async (seed, command, ending, workers) => {
      const whole = wholeOf(command, ending);
      expect(whole.code).toBe(1);
      const next = random(seed);
      const there = emptyFolder();
      const output = join(there, `out.${ending}`);
      const errors = join(there, 'errors.csv');
      const args = [command, folder, '-o', output, '--errors', errors, '--workers', workers, '--resume'];
      let kills = 0;
      for (let k = 0; k < 2; k += 1) {
        const steps = stepsIn(output) + 1 + Math.floor(next() * 2 * k);
        const ended = await breakOff(args, ['SIGKILL'], () => stepsIn(output) >= steps);
        // So many steps may not be left.
        if (ended.signal !== 'SIGKILL') break;
        kills += 1;
        expect(existsSync(output)).toBe(false);
      }
      expect(kills).toBeGreaterThan(0);
      const ended = bedside(args);
      const result = outcome(output, errors, ended);
      expect(ended.stderr).toMatch(/^bedside: (going on after \d+ visits|.* is finished: nothing is left to do)\n/);
      expect({ ...result, stderr: told(result.stderr) }).toEqual(whole);
      expect(readdirSync(there).sort()).toEqual(['errors.csv', `out.${ending}`, `out.${ending}.journal`]);
    },
    300_000,
  );

  it('loses no more than what lies behind the last whole line of its journal', async () => {
    const many = manyVisits(2000);
    const whole = undisturbed('score', many, 'csv');
    const there = emptyFolder();
    const output = join(there, 'out.csv');
    const errors = join(there, 'errors.csv');
    const args = ['score', many, '-o', output, '--errors', errors];
    await breakOff(args, ['SIGKILL'], () => stepsIn(output) >= 2);
    // As a machine without power leaves them: half a line, and rows that no line counts.
    const journal = readFileSync(`${output}.journal`);
    truncateSync(`${output}.journal`, journal.length - 40);
    appendFileSync(`${output}.partial`, 'half a r\0\0\0\0');
    expect(stepsIn(output)).toBeGreaterThan(1);
    const ended = bedside([...args, '--resume']);
    const result = outcome(output, errors, ended);
    expect({ ...result, stderr: told(result.stderr) }).toEqual(whole);
    expect(ended.stderr).toMatch(/^bedside: going on after/);
  }, 300_000);
});

describe('--resume', () => {
  const folderOf = (...names: string[]) => {
    const there = emptyFolder();
    mkdirSync(join(there, 'in'));
    for (const name of names) writeFileSync(join(there, 'in', name), visit());
    return { input: join(there, 'in'), output: join(there, 'out.csv') };
  };

  it('begins where there is nothing to go on with, and does nothing twice', () => {
    const { input, output } = folderOf('a.txt', 'b.txt', 'c.txt');
    writeFileSync(join(input, 'c.txt'), '');
    const errors = `${output}.errors.csv`;
    const args = ['score', input, '-o', output, '--errors', errors, '--resume'];
    const first = bedside(args);
    expect(first.code).toBe(1);
    expect(first.stderr).toMatch(/^bedside: no run to go on with: .* is begun anew\n/);
    const rows = readFileSync(output, 'utf8');
    const problems = readFileSync(errors, 'utf8');
    utimesSync(output, 0, 0);
    const second = bedside(args);
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/is finished: nothing is left to do\n.*c\.txt: the file is empty/);
    expect(readFileSync(output, 'utf8')).toBe(rows);
    expect(readFileSync(errors, 'utf8')).toBe(problems);
    // Another input makes it another run.
    writeFileSync(join(input, 'd.txt'), visit());
    expect(bedside(args).stderr).toMatch(/begun anew/);
    expect(readFileSync(output, 'utf8')).toContain('\nd,');
  });

  it('refuses what cannot be gone on with at all', () => {
    const { input, output } = folderOf('a.txt');
    const refused = (args: string[], stdin = '') => {
      const { code, stderr } = bedside(args, { input: stdin });
      expect(code).toBe(2);
      return stderr;
    };
    expect(refused(['score', input, '--resume'])).toContain('standard output');
    expect(refused(['score', input, '--resume', '--to', 'table', '-o', output])).toContain('a table is laid out');
    expect(refused(['score', '-', '--resume', '-o', output], visit())).toContain('standard input');
    expect(existsSync(output)).toBe(false);
  });

  it('refuses a run that is another, and names the difference', async () => {
    const there = emptyFolder();
    const input = manyVisits(VISITS);
    const output = join(there, 'out.csv');
    await breakOff(['score', input, '-o', output], ['SIGKILL'], () => stepsIn(output) >= 1);
    const partial = readFileSync(`${output}.partial`);
    const scoring = join(there, 'scoring.yaml');
    writeFileSync(scoring, readFileSync('lexicons/en/scoring.yaml', 'utf8').replace(/full: \d+/, 'full: 77'));
    const refused = (...more: string[]) => {
      const { code, stderr } = bedside([
        ...(more[0] === 'tag' ? more : ['score', ...more]),
        input,
        '-o',
        output,
        '--resume',
      ]);
      expect(code).toBe(2);
      return stderr;
    };
    expect(refused('--raw')).toContain('--raw is another');
    expect(refused('tag')).toContain('the command is another');
    expect(refused('--kind', 'note')).toContain('--kind is another');
    expect(refused('--scoring', scoring)).toContain('the rules or their scoring have changed');
    const added = join(input, 'zz.txt');
    writeFileSync(added, visit());
    expect(refused()).toMatch(/there are \d+ inputs, and \d+ before/);
    const { rmSync } = await import('node:fs');
    rmSync(added);
    const changed = join(input, 'single/v1.txt');
    const text = readFileSync(changed, 'utf8');
    writeFileSync(changed, text.replace('1', '2'));
    expect(refused()).toContain('single/v1.txt has changed');
    // Nothing of it was touched, and neither is it without --resume.
    const { code, stderr } = bedside(['score', input, '-o', output]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/out\.csv\.partial holds a run that was broken off, \d+ visits of it/);
    expect(readFileSync(`${output}.partial`)).toEqual(partial);
    expect(existsSync(output)).toBe(false);
  }, 300_000);

  it('refuses rows that somebody has changed', async () => {
    const output = join(emptyFolder(), 'out.csv');
    await breakOff(['score', folder, '-o', output], ['SIGKILL'], () => stepsIn(output) >= 1);
    const rows = readFileSync(`${output}.partial`);
    rows[200] ^= 1;
    writeFileSync(`${output}.partial`, rows);
    const { code, stderr } = bedside(['score', folder, '-o', output, '--resume']);
    expect(code).toBe(2);
    expect(stderr).toContain('out.csv.partial was changed by someone else');
  }, 300_000);

  it('lets two runs write one file no more than one', async () => {
    const output = join(emptyFolder(), 'out.csv');
    let second: ReturnType<typeof bedside> | undefined;
    const first = await breakOff(['score', folder, '-o', output], ['SIGTERM'], () => {
      if (stepsIn(output) === 0) return false;
      second = bedside(['score', folder, '-o', output, '--resume']);
      return true;
    });
    expect(second).toMatchObject({ code: 2 });
    expect(second?.stderr).toMatch(/another run is writing .*out\.csv \(process \d+\)/);
    expect(first.code).toBe(130);
  }, 300_000);
});

describe('a run that is interrupted', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'keeps what is done and says how to go on: %s',
    async (signal) => {
      const whole = wholeOf('score', 'csv');
      const there = emptyFolder();
      const output = join(there, "it's out.csv");
      const errors = join(there, 'errors.csv');
      const args = ['score', folder, '-o', output, '--errors', errors];
      const ended = await breakOff(args, [signal], () => stepsIn(output) >= 1);
      expect(ended.code).toBe(130);
      expect(readdirSync(there).sort()).toEqual(['errors.csv.partial', "it's out.csv.journal", "it's out.csv.partial"]);
      const said = /^bedside: interrupted: \d+ visits are kept in .*\.partial\. Go on with: bedside (.*)$/m.exec(
        ended.stderr,
      );
      const command = String(said?.[1]);
      expect(command).toContain("it'\\''s out.csv' --errors");
      const { spawnSync } = await import('node:child_process');
      const again = spawnSync('sh', ['-c', `"$0" bin/bedside.js ${command}`, process.execPath], { encoding: 'utf8' });
      const result = outcome(output, errors, { code: again.status, stdout: again.stdout, stderr: told(again.stderr) });
      expect(result).toEqual(whole);
      expect(readdirSync(there).sort()).toEqual(['errors.csv', "it's out.csv", "it's out.csv.journal"]);
    },
    300_000,
  );

  it('ends at once when it is told twice', async () => {
    const output = join(emptyFolder(), 'out.csv');
    const twice = ['SIGINT', 'SIGINT'] as const;
    const { code, signal } = await breakOff(['score', folder, '-o', output], twice, () => stepsIn(output) >= 1);
    // Both may have come before the first was heard.
    expect(signal === 'SIGINT' || code === 130).toBe(true);
    expect(existsSync(output)).toBe(false);
    expect(bedside(['score', folder, '-o', output, '--resume']).code).toBe(1);
  }, 300_000);
});
