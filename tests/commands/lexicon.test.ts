import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bedside, emptyFolder, rowsOf } from './bedside.ts';

/** A folder with one rule for a code that nothing else has; `match` and `yes` may spoil it. */
function rules({ match = 'banana bread', yes = 'I love [banana bread]', unless = 'negated' } = {}): string {
  const folder = join(emptyFolder(), 'rules');
  mkdirSync(folder);
  const lines = [
    'code: talk.bread',
    'definition: Talk of bread.',
    'source: none',
    'speaker: clinician',
    'rules:',
    '  - id: banana',
    '    note: The bread itself.',
    '    match: |',
    `      ${match}`,
    `    unless: ${unless}`,
    '    yes: |',
    `      ${yes}.`,
    '      They sell [banana bread] here.',
    '    no: |',
    '      I love banana cake.',
    '      There is no bread today.',
  ];
  writeFileSync(join(folder, 'talk.bread.yaml'), `${lines.join('\n')}\n`);
  return folder;
}

describe('lexicon', () => {
  it('check finds nothing wrong with the built-in rules', () => {
    expect(bedside(['lexicon', 'check'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+ rules, nothing wrong\n$/),
    });
  });

  it('check names file, line and remedy, and ends with 1', () => {
    const folder = rules({ match: '((banana)) bread' });
    const { code, stdout } = bedside(['lexicon', 'check', folder]);
    expect(code).toBe(1);
    expect(stdout).toMatch(new RegExp(`^${join(folder, 'talk.bread.yaml')}:9: banana: .+: .+\\n$`));
  });

  it('check names a condition that there is not, and scoring with it ends at once', () => {
    const folder = rules({ unless: 'toasted' });
    expect(bedside(['lexicon', 'check', folder])).toMatchObject({
      code: 1,
      stdout: `${join(folder, 'talk.bread.yaml')}:6: banana: there is no condition toasted: see docs/rules.md for those there are\n`,
    });
    expect(bedside(['score', 'fixtures/visits/checkup.txt', '-l', folder])).toMatchObject({
      code: 2,
      stderr: 'bedside: talk.bread/banana: there is no condition toasted. Run: bedside lexicon check FOLDER\n',
    });
  });

  it('test runs the examples, and ends with 1 where one is wrong', () => {
    expect(bedside(['lexicon', 'test', rules()])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/, 0 wrong\n$/),
    });
    const { code, stdout } = bedside(['lexicon', 'test', rules({ yes: 'I love [apple pie]' })]);
    expect(code).toBe(1);
    expect(stdout).toContain('talk.bread/banana: missing: yes: I love [apple pie].\n');
  });

  it('test --gold measures every rule on coded visits', () => {
    const { code, stdout } = bedside(['lexicon', 'test', '--gold', 'fixtures/gold']);
    expect(code).toBe(0);
    const rows = rowsOf(stdout);
    const sorry = rows.find(({ rule }) => rule.startsWith('empathy.sympathy/') && rule.includes('sorry'));
    expect(sorry).toMatchObject({ in: 'transcript', measured_by: 'empathy.sympathy', precision: '1.0000' });
    expect(rows.some((row) => row.in === 'note' && row.tagged === '1')).toBe(true);
    expect(bedside(['lexicon', 'test', '--gold', 'fixtures/visits'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('holds no gold'),
    });
  });

  it('list and tag know the rules of -l', () => {
    const folder = rules();
    const listed = rowsOf(bedside(['lexicon', 'list', '-l', folder]).stdout);
    expect(listed.find(({ rule }) => rule === 'talk.bread/banana')).toMatchObject({
      match: 'banana bread',
      in: 'transcript',
    });
    const input = 'Doctor: We have banana bread.\nPatient: Good.\nDoctor: Yes.\nPatient: Yes.\n';
    const tagged = (...args: string[]) => rowsOf(bedside(['tag', '-', ...args], { input }).stdout);
    expect(tagged('-l', folder).filter(({ code }) => code === 'talk.bread')).toHaveLength(1);
    expect(tagged('-l', folder)[0].lexicon).not.toBe(bedside(['score', '-'], { input }).stdout.split(',').at(-2));
    expect(tagged().filter(({ code }) => code === 'talk.bread')).toHaveLength(0);
  });

  it('explain shows what is tagged, and what nearly matched and why not', () => {
    const folder = rules();
    const tagged = bedside(['lexicon', 'explain', '-l', folder, 'We have banana bread.']).stdout;
    expect(tagged).toMatch(/^tagged:\n.*talk\.bread {2}"banana bread" {2}by talk\.bread\/banana/);
    const near = bedside(['lexicon', 'explain', '-l', folder, 'We have banana cake.']).stdout;
    expect(near).toMatch(/nearly matched:\n[\s\S]*talk\.bread\/banana/);
    expect(bedside(['lexicon', 'explain', '-l', folder, '--role', 'note', 'Zzz.']).stdout).toContain('nothing matches');
  });
});
