import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bedside, emptyFolder, ROOT } from './bedside.ts';

/** Every command, with the words that name it. */
function commands(...path: string[]): string[][] {
  const list = /^Commands:\n([\s\S]*?)(?=\n\S|$(?![\s\S]))/m.exec(bedside([...path, '--help']).stdout)?.[1] ?? '';
  const names = [...list.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name).filter((name) => name !== 'help');
  return names.flatMap((name) => [[...path, name], ...commands(...path, name)]);
}

/** A command line as a shell would cut it. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
}

const all = commands();

describe('help', () => {
  it('lists the commands', () => {
    const names = all.map((path) => path.join(' '));
    for (const name of [
      'score',
      'tag',
      'cues',
      'merge',
      'agree',
      'lexicon check',
      'lexicon explain',
      'formats',
      'columns',
    ]) {
      expect(names).toContain(name);
    }
  });

  it.each(all)('of %s %s ends with two examples that work on fixtures/', (...path) => {
    const { code, stdout } = bedside([...path, '--help']);
    expect(code).toBe(0);
    const examples = stdout.split('\nExamples:\n')[1]?.trimEnd().split('\n') ?? [];
    expect(examples).toHaveLength(2);
    const cwd = emptyFolder();
    for (const shared of ['fixtures', 'lexicons']) symlinkSync(join(ROOT, shared), join(cwd, shared));
    for (const example of examples) {
      const [, program, ...args] = words(example);
      expect(program).toBe('bedside');
      expect({ example, ...bedside(args, { cwd }) }).toMatchObject({ example, code: 0, stderr: '' });
    }
  });
});
