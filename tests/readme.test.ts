import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bedside, emptyFolder, ROOT } from './commands/bedside.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe('the README', () => {
  it('shows a rule that stands by its examples', () => {
    const rule = /```yaml\n([\s\S]+?)```/.exec(readme)?.[1] ?? '';
    const folder = join(emptyFolder(), 'my-rules');
    mkdirSync(folder);
    writeFileSync(join(folder, `${/^code: (.+)$/m.exec(rule)?.[1]}.yaml`), rule);
    expect(bedside(['lexicon', 'check', folder])).toMatchObject({ code: 0, stderr: '' });
    expect(bedside(['lexicon', 'test', folder])).toMatchObject({ code: 0, stderr: '' });
  });

  it('shows the table that its command prints', () => {
    const { stdout } = bedside(['score', 'fixtures/visits/*.txt', '--to', 'table'], { env: { COLUMNS: '108' } });
    expect(readme).toContain(stdout.trimEnd());
  });

  it('names only scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
