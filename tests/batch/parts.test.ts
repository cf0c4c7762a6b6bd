import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkParts } from '../../src/batch/parts/check.ts';
import { digestInputs, inputsDiffer } from '../../src/batch/parts/inputs-digest.ts';
import { joinParts } from '../../src/batch/parts/join.ts';
import { openPart, type Part } from '../../src/batch/parts/open.ts';
import type { PartHead } from '../../src/batch/parts/part.ts';
import { startRecord } from '../../src/batch/parts/record.ts';
import { shardOf } from '../../src/batch/parts/shard.ts';
import { InputError, isProblem, type Problem } from '../../src/problem.ts';

interface Item {
  readonly file: number;
  readonly item: number;
  readonly text: string;
  readonly problem?: Problem;
}

const HEADER = 'visit_id,größe\n';
const NOTHING: PartHead = {
  part: 1,
  command: 'score',
  format: 'csv',
  version: '1.0.0',
  lexicon: 'ab12',
  shard: { index: 0, of: 1 },
  options: {},
  inputs: digestInputs([]),
};

/** Writes the items of a shard as a part into a folder. */
function writePart(folder: string, items: readonly Item[], head: Partial<PartHead>): string {
  const whole = { ...NOTHING, ...head };
  const path = join(folder, `rows-${whole.shard.index}.csv`);
  let sheet = '';
  const record = startRecord(whole, (text) => {
    sheet += text;
  });
  record.write(HEADER);
  for (const { text, problem, ...place } of items) {
    record.item(place, Buffer.byteLength(text), problem);
    record.write(text);
  }
  record.end();
  writeFileSync(path, HEADER + items.map(({ text }) => text).join(''));
  writeFileSync(`${path}.part.json`, sheet);
  return path;
}

function opened(path: string): Part {
  const part = openPart(path);
  if (isProblem(part)) throw new Error(part.code);
  return part;
}

function joined(parts: readonly Part[]): { text: string; problems: string[] } {
  const pieces = [...joinParts(parts)];
  return {
    text: Buffer.concat(pieces.filter((piece): piece is Buffer => !isProblem(piece))).toString(),
    problems: pieces.filter(isProblem).map(({ what }) => what),
  };
}

const folder = () => mkdtempSync(join(tmpdir(), 'bedside-'));

/** Items of a run in order; many in one input, many inputs of one, gaps and items without rows. */
const runs = fc
  .array(
    fc.record({
      step: fc.nat({ max: 3 }),
      skip: fc.nat({ max: 4 }),
      text: fc.oneof(
        fc.string({ unit: 'grapheme' }).map((cell) => `"${cell.replaceAll('"', '""')}"\n`),
        fc.constant(''),
      ),
      isProblem: fc.boolean(),
      owner: fc.nat(),
    }),
    { maxLength: 2500 },
  )
  .map((steps) => {
    let file = 0;
    let item = -1;
    return steps.map(({ step, skip, text, isProblem: bad, owner }, at): Item & { owner: number } => {
      item = step > 0 ? skip : item + 1 + skip;
      file += step;
      const problem = { code: 'x', file: 'f', what: `number ${at}`, fix: 'none' };
      return { file, item, text, owner, ...(bad && { problem }) };
    });
  });

describe('parts of a run', () => {
  it('join to the bytes and the Problems of the whole, in its order, however they were cut', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 9 }), (items, of) => {
        const at = folder();
        const parts = Array.from({ length: of }, (_, index) =>
          writePart(
            at,
            items.filter(({ owner }) => owner % of === index).map(({ owner: _, ...item }) => item),
            { shard: { index, of } },
          ),
        );
        const open = parts.map(opened).reverse();
        expect(checkParts(open)).toEqual([]);
        expect(joined(open)).toEqual({
          text: HEADER + items.map(({ text }) => text).join(''),
          problems: items.flatMap(({ problem }) => (problem ? [problem.what] : [])),
        });
      }),
      { numRuns: 40 },
    );
  });

  it('have a sheet that is JSON, whatever is in it', () => {
    const problem = { code: 'x', file: 'f', what: '",]\n}', fix: '' };
    const path = writePart(folder(), [{ file: 0, item: 0, text: 'a\n', problem }], {});
    const sheet = JSON.parse(readFileSync(`${path}.part.json`, 'utf8'));
    expect(sheet).toMatchObject({ part: 1, blocks: [{ count: 1 }], end: { visits: 0, problems: 1 } });
    expect(joined([opened(path)])).toEqual({ text: `${HEADER}a\n`, problems: [problem.what] });
  });

  it('are found out when bytes changed under the same length', () => {
    const path = writePart(folder(), [{ file: 0, item: 0, text: 'abc\n' }], {});
    writeFileSync(path, `${HEADER}abd\n`);
    const part = opened(path);
    expect(() => joined([part])).toThrow(InputError);
  });

  it.each([
    ['cut off', (sheet: string) => sheet.slice(0, -20)],
    ['empty', () => ''],
    ['something else', () => '{"visits": []}\n'],
    ['without its numbers', (sheet: string) => sheet.replace(/,"sha256":"\w+"/, '')],
  ])('are refused with a sheet that is %s', (_, spoil) => {
    const path = writePart(folder(), [{ file: 0, item: 0, text: 'abc\n' }], {});
    writeFileSync(`${path}.part.json`, spoil(readFileSync(`${path}.part.json`, 'utf8')));
    expect(openPart(path)).toMatchObject({ code: 'part.broken' });
  });

  it('are refused when longer than they were', () => {
    const path = writePart(folder(), [], {});
    appendFileSync(path, 'more\n');
    expect(openPart(path)).toMatchObject({ code: 'part.changed', file: path });
  });
});

describe('what is said of inputs that differ', () => {
  const inputs = (count: number, bytes = 1) =>
    Array.from({ length: count }, (_, i) => ({ name: `v${i}.txt`, id: `v${i}`, ending: 'txt', path: '', bytes }));

  it.each([
    [inputs(3), inputs(3), undefined],
    [inputs(3), [...inputs(2), ...inputs(1)], 'v2.txt in the place of v0.txt'],
    [[...inputs(2), { ...inputs(3)[2], bytes: 9 }], inputs(3), 'v2.txt of 9 bytes and not 1'],
    [inputs(3), inputs(2), '3 inputs and not 2, the first that differs is v2.txt'],
    [inputs(2), inputs(3), '2 inputs and not 3'],
    [inputs(2500), inputs(2500), undefined],
    [inputs(2500, 2), inputs(2500), 'other inputs among the 3 from v0.txt on'],
    [inputs(2500), inputs(2501), '2500 inputs and not 2501'],
  ])('%#', (mine, other, said) => {
    expect(inputsDiffer(digestInputs(mine), digestInputs(other))).toBe(said);
  });

  it('stays small for many', () => {
    expect(digestInputs(inputs(123_456)).groups.length).toBeLessThanOrEqual(1000);
  });
});

describe('the shard of an id', () => {
  // Published values of 32-bit FNV-1a: "" 811c9dc5, "a" e40c292c, "foobar" bf9cf968.
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('is FNV-1a of its bytes: %s', (id, hash) => {
    for (const of of [1, 2, 7, 1000, 4294967291]) expect(shardOf(id, of)).toBe(hash % of);
  });

  it('spreads ids that count up', () => {
    const counts = new Array(8).fill(0);
    for (let i = 0; i < 8000; i++) counts[shardOf(`visit-${i}`, 8)] += 1;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
