import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { collect } from '../../src/batch/collect.ts';
import { runTasks } from '../../src/batch/run.ts';
import type { Task, Work } from '../../src/batch/task.ts';
import type { Problem } from '../../src/problem.ts';

const path = fileURLToPath(new URL('./work.cjs', import.meta.url));
const work: Work = { path, load: () => import(path), options: undefined };

/** Each text is an input; so many of them are a task. */
function tasks(texts: readonly string[], inputs = 2): Task[] {
  const made: Task[] = [];
  for (let i = 0; i < texts.length; i += inputs) {
    const slices = texts.slice(i, i + inputs).map((text, k) => {
      const content = Buffer.from(text);
      return { name: `f${i + k}`, id: `f${i + k}`, ending: '', path: '', bytes: content.length, content };
    });
    made.push({ index: made.length, inputs: slices, bytes: slices.reduce((sum, { bytes }) => sum + bytes, 0) });
  }
  return made;
}

async function run(texts: readonly string[], workers: number, more: { alone?: number; isOver?: () => boolean } = {}) {
  let text = '';
  const problems: Problem[] = [];
  const collector = collect(
    { head: 'head\n', joint: 0, tail: () => '' },
    {
      write: (piece) => {
        text += Buffer.from(piece as Uint8Array).toString();
      },
      rows() {},
      visit() {},
      problem: (problem) => void problems.push(problem),
    },
  );
  for await (const done of runTasks(tasks(texts), work, { workers, alone: 0, heap: 64, isOver: () => false, ...more }))
    collector.take(done);
  collector.end();
  return { lines: text.trimEnd().split('\n'), problems };
}

const many = Array.from({ length: 60 }, (_, i) =>
  Array.from({ length: 1 + ((i * 7) % 13) }, (_, k) => `v${i}-${k}`).join(' '),
);

describe('a run', () => {
  it('gives the same in the same order on any number of workers, or first alone and then with workers', async () => {
    const alone = await run(many, 1);
    expect(alone.lines.slice(0, 3)).toEqual(['head', 'v0-0', 'v1-0']);
    expect(await run(many, 2)).toEqual(alone);
    expect(await run(many, 3)).toEqual(alone);
    expect(await run(many, 2, { alone: 300 })).toEqual(alone);
  });

  it('tells an id that comes again, wherever the two were worked on', async () => {
    for (const workers of [1, 2]) {
      const { lines, problems } = await run(['a b', 'c', 'd', 'b e', 'f a'], workers);
      expect(lines).toEqual(['head', 'a', 'b', 'c', 'd', 'e', 'f']);
      expect(problems.map(({ code, file, visit }) => `${code} ${file} ${visit}`)).toEqual([
        'id.duplicate f3 b',
        'id.duplicate f4 a',
      ]);
    }
  });

  it('loses the one visit that kills a worker, by its end or for want of memory, and no other', async () => {
    const { lines, problems } = await run(['a exit1 b', 'c', 'd memory e exit2', 'f', 'g unreadable', 'h'], 2);
    expect(lines).toEqual(['head', 'a', 'b', 'c', 'd', 'e', 'f', 'h']);
    expect(problems.map(({ code, file, visit }) => [code, file, visit].join(' ').trimEnd())).toEqual([
      'worker.died f0 exit1',
      'worker.died f2 memory',
      'worker.died f2 exit2',
      'worker.died f4',
    ]);
  }, 60_000);

  it('stops where it is told to, with what is finished', async () => {
    let asked = 0;
    const { lines } = await run(many, 1, { isOver: () => ++asked > 40 });
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.length).toBeLessThan(60);
    expect((await run(many, 1)).lines.slice(0, lines.length)).toEqual(lines);
  });

  it('has no more than a few tasks under way', async () => {
    const all = tasks(many, 1);
    let given = 0;
    let taken = 0;
    let most = 0;
    const source = function* () {
      for (const task of all) {
        given += 1;
        most = Math.max(most, given - taken);
        yield task;
      }
    };
    for await (const done of runTasks(source(), work, { workers: 2, alone: 0, isOver: () => false })) {
      expect(done.index).toBe(taken);
      taken += 1;
    }
    expect(taken).toBe(all.length);
    expect(most).toBeLessThan(10);
  });
});
