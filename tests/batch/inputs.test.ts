import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Choice, findInputs, type Input } from '../../src/batch/inputs.ts';
import { isProblem } from '../../src/problem.ts';

const choice: Choice = {
  endings: new Set(['txt', 'csv', 'wav']),
  isForeign: (head) => head.startsWith('codes'),
  channelOf(path) {
    const found = /^(.*)_(a|b)\.wav$/.exec(path);
    return found ? { key: found[1], speaker: found[2] } : undefined;
  },
};

/** A folder with files of the names given; a file's text is its name, unless it is written after `=`. */
function folder(...files: string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'bedside-'));
  for (const file of files) {
    const [name, text = name] = file.split('=');
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

function ids(...paths: string[]): string[] {
  return [...findInputs(paths, choice).inputs].map((input) => (isProblem(input) ? input.code : input.id));
}

describe('a folder', () => {
  it('is walked in code-unit order of relative paths', () => {
    const root = folder('b.txt', 'a/z.txt', 'a-b.txt', 'B.txt', 'a.txt', 'ä.txt', 'a/10.txt', 'a/9.txt');
    expect(ids(root)).toEqual(['B', 'a-b', 'a', 'a/10', 'a/9', 'a/z', 'b', 'ä']);
  });

  it('is walked without hidden files and links', () => {
    const root = folder('a.txt', '.b.txt', '.c/d.txt', 'e/.f.txt');
    symlinkSync(join(root, 'a.txt'), join(root, 'g.txt'));
    symlinkSync(root, join(root, 'h'));
    expect(ids(root)).toEqual(['a']);
  });

  it('leaves out and names what is something else: unknown endings, pages about it, codings', () => {
    const root = folder('a.txt', 'a.mp3', 'README', 'sub/LICENSE.txt', 'b.csv=codes', 'c.csv', 'd.txt=codes');
    const { inputs, skipped } = findInputs([root], choice);
    expect([...inputs].map((input) => (input as Input).id)).toEqual(['a', 'c', 'd']);
    expect(skipped).toEqual(['README', 'a.mp3', 'b.csv', 'sub/LICENSE.txt'].map((name) => join(root, name)));
  });

  it('without visits is a Problem', () => {
    expect(ids(folder())).toEqual(['path.no-visits']);
    expect(ids(folder('README.txt', 'b.mp3'))).toEqual(['path.no-visits']);
  });
});

describe('a path', () => {
  it('that is named is never left out', () => {
    const root = folder('README.txt', 'b.csv=codes', 'c.mp3');
    expect(ids(...['README.txt', 'b.csv', 'c.mp3'].map((name) => join(root, name)))).toEqual(['README', 'b', 'c']);
  });

  it('that is a link is followed when it is named', () => {
    const root = folder('a/b.txt');
    symlinkSync(join(root, 'a'), join(root, 'link'));
    expect(ids(join(root, 'link'))).toEqual(['b']);
  });

  it('that does not exist is a Problem in its place', () => {
    const root = folder('a.txt');
    expect(ids(join(root, 'a.txt'), join(root, 'nowhere'), '-')).toEqual(['a', 'path.missing', 'stdin']);
  });

  it.each([
    ['*.txt', ['a', 'b1']],
    ['**/*.txt', ['a', 'b1', 'sub/b2', 'sub/deep/c']],
    ['sub/*', ['b2']],
    ['sub/**', ['b2', 'deep/c']],
    ['{a,b1}.txt', ['a', 'b1']],
    ['?.txt', ['a']],
    ['b[0-9].txt', ['b1']],
    ['[!a]*.txt', ['b1']],
    ['*.nothing', ['path.no-match']],
  ])('that is a pattern takes what it matches: %s', (pattern, expected) => {
    const root = folder('a.txt', 'b1.txt', 'sub/b2.txt', 'sub/deep/c.txt');
    expect(ids(join(root, pattern))).toEqual(expected);
  });

  it('that exists is no pattern', () => {
    const root = folder('a[1].txt', 'a1.txt');
    expect(ids(join(root, 'a[1].txt'))).toEqual(['a[1]']);
  });

  it('keeps the dots of its name', () => {
    expect(ids(join(folder('v1.2.final.txt'), 'v1.2.final.txt'))).toEqual(['v1.2.final']);
  });
});

describe('channels', () => {
  it('of one visit are one input, where the first of them stands', () => {
    const root = folder('d/x_a.wav', 'd/x_b.wav', 'd/x.txt', 'e/x_b.wav');
    const { inputs } = findInputs([root], choice);
    expect([...inputs].map((input) => (input as Input).id)).toEqual(['d/x', 'd/x', 'e/x_b']);
    const joined = [...inputs].find((input) => (input as Input).channels) as Input;
    expect(joined.channels?.map(({ speaker }) => speaker)).toEqual(['a', 'b']);
    expect(joined.bytes).toBe(2 * 'd/x_a.wav'.length);
  });

  it('are joined when they are named one by one', () => {
    const root = folder('x_a.wav', 'x_b.wav');
    expect(ids(join(root, 'x_b.wav'), join(root, 'x_a.wav'))).toEqual(['x']);
  });
});
