import type { Problem } from '../../problem.ts';
import type { Entry } from './part.ts';

/** Entries of a block: small enough to hold one of each of a thousand parts, and large enough to be few. */
export const BLOCK = 1000;

/**
 * Up to 1,000 entries in few characters; each block can be read by itself. A list that would hold but zeros is left out.
 */
export interface Block {
  readonly count: number;
  /** The input's index less the one before, in the block's first entry as it is. */
  readonly files?: readonly number[];
  /** The item's index, less the one before where the input is the same. */
  readonly items?: readonly number[];
  readonly bytes?: readonly number[];
  /** Problems by their entry's index in the block. */
  readonly problems?: readonly (readonly [at: number, problem: Problem])[];
}

/** Packs entries that stand in order. */
export function packBlock(entries: readonly Entry[]): Block {
  const files: number[] = [];
  const items: number[] = [];
  let before = { file: 0, item: 0 };
  for (const { file, item } of entries) {
    files.push(file - before.file);
    items.push(file === before.file ? item - before.item : item);
    before = { file, item };
  }
  const problems = entries.flatMap(({ problem }, at) => (problem ? [[at, plain(problem)] as const] : []));
  return {
    count: entries.length,
    ...listed('files', files),
    ...listed('items', items),
    ...listed(
      'bytes',
      entries.map(({ bytes }) => bytes),
    ),
    ...(problems.length > 0 && { problems }),
  };
}

/** Gives the entries of a block back. */
export function unpackBlock({ count, files, items, bytes, problems = [] }: Block): Entry[] {
  const problemAt = new Map(problems);
  let file = 0;
  let item = 0;
  return Array.from({ length: count }, (_, at) => {
    const step = files?.[at] ?? 0;
    const own = items?.[at] ?? 0;
    item = step === 0 ? item + own : own;
    file += step;
    const problem = problemAt.get(at);
    return { file, item, bytes: bytes?.[at] ?? 0, ...(problem && { problem }) };
  });
}

/** A Problem without what it may have been given on its way. */
function plain({ code, file, at, what, fix, visit }: Problem): Problem {
  return { code, file, at, what, fix, visit };
}

function listed(name: string, numbers: readonly number[]) {
  return numbers.some((number) => number !== 0) ? { [name]: numbers } : {};
}
