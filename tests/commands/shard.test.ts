import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { shardOf } from '../../src/batch/parts/shard.ts';
import { bedside, emptyFolder, ROOT, rowsOf, visit } from './bedside.ts';

const turns = [
  { speaker: 'Doctor', text: 'What brings you in today?' },
  { speaker: 'Patient', text: "I'm really worried about my heart – “frightened”, even. 🙂" },
  { speaker: 'Doctor', text: 'That sounds frightening, "hard" even. Tell me about the pain.' },
];

/** A folder of files of one visit, a table and lines with ids of their own, and what cannot be read. */
function makeVisits(): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'ward'));
  for (let i = 0; i < 12; i++) writeFileSync(join(folder, `ward/visit ${i}.txt`), visit(`Number ${i}, I will.`));
  writeFileSync(join(folder, 'ward/empty.txt'), '');
  writeFileSync(join(folder, 'a-note.md'), 'Patient worried about the results.\nDiscussed options together.\n');
  // The carried column has line ends in its cells.
  const rows = Array.from({ length: 10 }, (_, i) =>
    turns.map(({ speaker, text }) => `row-${i},${speaker},"${text.replaceAll('"', '""')}","north\nor\r\nsouth"`),
  ).flat();
  writeFileSync(join(folder, 'table.csv'), `visit_id,speaker,text,site\n${rows.join('\n')}\n`);
  const lines = Array.from({ length: 14 }, (_, i) => JSON.stringify({ id: `line-${i}`, turns }));
  lines[3] = '{"id": "broken';
  lines[5] = JSON.stringify({ id: 'row-4', turns });
  lines[7] = JSON.stringify({ id: 'line-2', turns });
  lines[9] = JSON.stringify({ id: 'quiet', turns: [{ speaker: 'Doctor', text: 'Yes.' }] });
  lines[11] = JSON.stringify({ id: 'ward/visit 3', turns });
  writeFileSync(join(folder, 'visits.ndjson'), `${lines.join('\n')}\n`);
  return folder;
}

/** Runs all shards of a run into a folder, and gives the parts. */
function runShards(args: readonly string[], of: number, ending: string, folder = emptyFolder()): string[] {
  return Array.from({ length: of }, (_, i) => {
    const part = join(folder, `part-${i}.${ending}`);
    bedside([...args, '--shard', `${i}/${of}`, '-o', part]);
    return part;
  });
}

const read = (path: string) => readFileSync(path, 'utf8');
let data: string;

beforeAll(() => {
  data = makeVisits();
});

describe('the parts of a sharded run', { timeout: 180_000 }, () => {
  it.each([
    ['score', 'csv', 3, ['--keep', 'site']],
    ['tag', 'tsv', 2, ['--keep', 'site', '--raw']],
    ['tag', 'ndjson', 4, []],
    ['cues', 'csv', 3, ['--id-prefix']],
    ['score', 'ndjson', 1, ['--long']],
    ['cues', 'ndjson', 2, ['--kind', 'note']],
  ])('of %s as %s, %i of them, %j: merge to what one run gives', (command, ending, of, options) => {
    const folder = emptyFolder();
    const args = [command, data, 'nowhere.txt', ...options];
    const single = join(folder, `single.${ending}`);
    const one = bedside([...args, '-o', single, '--errors', join(folder, 'one.csv'), '-q']);
    const parts = runShards(args, of, ending);
    const merged = join(folder, `merged.${ending}`);
    const all = bedside(['merge', ...parts.toReversed(), '-o', merged, '--errors', join(folder, 'all.csv')]);
    expect(read(merged)).toBe(read(single));
    expect(all).toEqual(one);
    expect(all.code).toBe(1);
    expect(read(join(folder, 'all.csv'))).toBe(read(join(folder, 'one.csv')));
    // Each visit is in the part that its id tells.
    if (ending === 'csv')
      for (const [i, part] of parts.entries())
        for (const { visit_id } of rowsOf(read(part))) expect(shardOf(visit_id, of)).toBe(i);
    expect(bedside(['merge', ...parts]).stdout).toBe(read(single));
  });

  it('of files with one visit are not opened but for their own', () => {
    const folder = emptyFolder();
    // Whoever opens a pipe that nobody writes to waits for ever.
    for (const name of ['a.vtt', 'd.TextGrid', 'e.txt']) {
      const pipe = join(folder, name);
      expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
      const own = shardOf(name.split('.')[0], 2);
      const { code } = bedside(['score', pipe, '--shard', `${1 - own}/2`, '-o', join(folder, 'part.csv')]);
      expect({ name, code }).toEqual({ name, code: 0 });
      const part = join(folder, 'own.csv');
      const args = ['bin/bedside.js', 'score', pipe, '--shard', `${own}/2`, '-o', part];
      const reading = spawnSync(process.execPath, args, { cwd: ROOT, timeout: 2000, killSignal: 'SIGKILL' });
      expect(reading.signal).toBe('SIGKILL');
    }
  });

  it('tell of ids in a file whose ending says that it has none', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a.txt'), 'visit_id,speaker,text\nv1,Doctor,How are you?\nv1,Patient,Bad.\n');
    const own = `${shardOf('a', 2)}/2`;
    const { code, stderr } = bedside(['score', folder, '--shard', own, '-o', join(folder, 'part.csv')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/a\.txt: a visit with an id of its own.* Give the file the ending of its format/);
    expect(
      bedside(['score', join(folder, 'a.txt'), '--from', 'csv', '--shard', '0/1', '-o', join(folder, 'b.csv')]),
    ).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('are none while their run goes on: an account of a run before is gone', async () => {
    const folder = emptyFolder();
    const pipe = join(folder, 'a.txt');
    const part = join(folder, 'part.csv');
    writeFileSync(pipe, visit());
    const args = ['score', pipe, '--shard', '0/1', '-o', part];
    bedside(args);
    expect(bedside(['merge', part]).code).toBe(0);
    spawnSync('sh', ['-c', 'rm "$0" && mkfifo "$0"', pipe]);
    const child = spawn(process.execPath, [join(ROOT, 'bin/bedside.js'), ...args]);
    while (existsSync(`${part}.part.json`)) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    await once(child, 'close');
    const { code, stderr } = bedside(['merge', part]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /part\.csv: no .*part\.csv\.part\.json lies beside it: no part, or not a finished one\. Run/,
    );
    // It can be run again, over what is left.
    spawnSync('sh', ['-c', 'rm "$0"', pipe]);
    writeFileSync(pipe, visit());
    expect(bedside(args).code).toBe(0);
    expect(bedside(['merge', part]).stdout).toBe(read(part));
  });
});

describe('--shard is refused', () => {
  it.each([
    ['without a file', ['--shard', '0/2'], /-o FILE/],
    ['for a format that is laid out as a whole', ['--shard', '0/2', '-o', 'x.json'], /json.*-o FILE\.csv/],
    ['for a table', ['--shard', '0/2', '-o', 'x.csv', '--to', 'table'], /table/],
    ['for a device', ['--shard', '0/2', '-o', '/dev/null', '--to', 'csv'], /\/dev\/null is none/],
    ['counted from 1', ['--shard', '2/2', '-o', 'x.csv'], /0\/2 to 1\/2/],
    ['without a number of shards', ['--shard', '1', '-o', 'x.csv'], /0\/8/],
    ['of none', ['--shard', '0/0', '-o', 'x.csv'], /0\/8/],
  ])('%s', (_, options, said) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'a.txt'), visit());
    const { code, stdout, stderr } = bedside(['score', 'a.txt', ...options], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
    expect(readdirSync(cwd)).toEqual(['a.txt']);
  });

  it('for standard input', () => {
    const { code, stderr } = bedside(['score', '-', '--shard', '0/2', '-o', join(emptyFolder(), 'x.csv')]);
    expect(code).toBe(2);
    expect(stderr).toContain('standard input');
  });
});

describe('merge refuses', { timeout: 180_000 }, () => {
  const refused = (args: readonly string[]) => {
    const output = join(emptyFolder(), 'merged.csv');
    const { code, stdout, stderr } = bedside(['merge', ...args, '-o', output]);
    expect({ code, stdout, exists: existsSync(output) }).toEqual({ code: 1, stdout: '', exists: false });
    return stderr;
  };
  const few = () => {
    const cwd = emptyFolder();
    for (let i = 0; i < 6; i++) writeFileSync(join(cwd, `v${i}.txt`), visit());
    return cwd;
  };

  it('gaps, and names what is missing', () => {
    const [first, , third] = runShards(['score', few()], 4, 'csv');
    expect(refused([first, third])).toMatch(/shard 1\/4, 3\/4 are missing\. .*bedside score … --shard 1\/4/);
  });

  it('a shard twice, but not a part named twice or by both of its files', () => {
    const visits = few();
    const parts = runShards(['score', visits], 2, 'csv');
    const [other] = runShards(['score', visits], 2, 'csv');
    expect(refused([...parts, other])).toMatch(/shard 0\/2 is there twice/);
    const both = [...parts, ...parts.map((part) => `${part}.part.json`), parts[0]];
    expect(bedside(['merge', ...both]).code).toBe(0);
  });

  it.each([
    ['options', ['--long'], [], /another --long/],
    ['options with a value', ['--kind', 'transcript'], [], /another --kind/],
    ['figures', ['--scoring', 'FIGURES'], [], /lexicon \w+ and not \w+/],
    ['inputs', [], ['more.txt'], /7 inputs and not 6/],
  ])('parts of other %s', (_, options, more, said) => {
    const visits = few();
    const figures = join(emptyFolder(), 'figures.yaml');
    writeFileSync(figures, read(join(ROOT, 'lexicons/en/scoring.yaml')).replace(/(?<=short:\n +\w+: )300/, '301'));
    const [, second] = runShards(['score', visits], 2, 'csv');
    for (const name of more) writeFileSync(join(visits, name), visit());
    const strange = join(emptyFolder(), 'strange.csv');
    const own = options.map((option) => (option === 'FIGURES' ? figures : option));
    bedside(['score', visits, ...own, '--shard', '0/2', '-o', strange]);
    const stderr = refused([second, strange]);
    expect(stderr).toMatch(said);
    expect(stderr).toMatch(/^bedside: .*strange\.csv: a part of another run than the rest/);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('parts of another version', () => {
    const parts = runShards(['score', few()], 3, 'csv');
    const sheet = `${parts[1]}.part.json`;
    writeFileSync(sheet, read(sheet).replace(/"version":"[^"]*"/, '"version":"9.9.9"'));
    expect(refused(parts)).toMatch(/part-1\.csv: .*version 9\.9\.9 and not \d/);
  });

  it('a part that was changed, whatever its length', () => {
    const visits = few();
    const parts = runShards(['score', visits], 2, 'csv');
    const before = read(parts[0]);
    appendFileSync(parts[0], '\n');
    expect(refused(parts)).toMatch(/part-0\.csv: changed since its shard was run\. /);
    writeFileSync(parts[0], before.replace(/transcript/g, 'Transcript'));
    expect(refused(parts)).toMatch(/part-0\.csv: changed since its shard was run\. /);
    // A pipe gets nothing of it either.
    expect(bedside(['merge', ...parts])).toMatchObject({ code: 1, stdout: '' });
  });

  it('what is no part', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a.csv'), 'visit_id\n');
    expect(refused([join(folder, 'a.csv'), join(folder, 'b.csv.part.json')])).toMatch(
      /a\.csv: no .*a\.csv\.part\.json lies beside it.*\n.*b\.csv: no such file/,
    );
  });

  it('to write over a part, or under an ending of another format', () => {
    const [part] = runShards(['score', few()], 1, 'csv');
    for (const output of [part, `${part}.part.json`, join(emptyFolder(), 'x.ndjson')])
      expect(bedside(['merge', part, '-o', output]).code).toBe(2);
  });
});
