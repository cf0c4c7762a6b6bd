import { isProblem, type Problem } from '../../problem.ts';
import type { Inputs } from '../input-list.ts';
import type { Input } from '../inputs.ts';
import type { Slice } from '../task.ts';
import type { Cut } from '../tasks.ts';
import type { Place } from './part.ts';
import { type Shard, shardOf } from './shard.ts';

/** An input, or the Problem of a path, with what a shard must know of it. */
type Placed<T> = T & {
  /** Its index among all inputs of the run. */
  readonly order: number;
  /** One visit, called after its path, which falls to the shard: what is in it is the shard's whatever it is. */
  readonly isOwn?: boolean;
};

/**
 * The inputs that a shard must read: not the files of another one's single visits, which are told by their paths. `holdsOne`
 * says whether a file is one visit called after its path.
 */
export function inputsOf(
  inputs: Inputs,
  { index, of }: Shard,
  holdsOne: (input: Input) => boolean,
): Placed<Input | Problem>[] {
  const own: Placed<Input | Problem>[] = [];
  let order = 0;
  for (const input of inputs) {
    if (isProblem(input)) {
      if (shardOf(input.file, of) === index) own.push({ ...input, order });
    } else if (!holdsOne(input)) own.push({ ...input, order });
    else if (shardOf(input.id, of) === index) own.push({ ...input, order, isOwn: true });
    order += 1;
  }
  return own;
}

/** Cuts large inputs of `inputsOf` as `cut` does; where that fails, one shard says so. */
export function cutOwn(cut: Cut, { index, of }: Shard): Cut {
  return async function* (input, bytes) {
    const { order, isOwn } = input as Placed<Input>;
    for await (const slice of cut(input, bytes)) {
      if (!isProblem(slice)) yield slice;
      else if (isOwn || shardOf(input.id, of) === index) yield { ...slice, order };
    }
  };
}

/** Sorts what a task reads from inputs of `inputsOf` into the shard's own and the rest. */
export interface Sorter {
  /** An input is about to be read. */
  readonly open: (input: Slice | Problem) => void;
  /** What was read just now, with its place, if it is the shard's own. */
  readonly own: <V extends { id: string; source: string }>(
    read: V | Problem,
  ) => { readonly read: V | Problem; readonly place?: Place } | undefined;
  /** The place of what is wrong here and may be so in this shard alone. */
  readonly place: () => Place | undefined;
  /** The last input, and how much has been read of it. */
  readonly last: () => Place | undefined;
}

/** Takes everything, without places. */
const WHOLE: Sorter = {
  open() {},
  own: (read) => ({ read }),
  place: () => undefined,
  last: () => undefined,
};

/** Sorts by the ids of visits; a Problem without a visit falls where its file's id would. Without a shard all is own. */
export function sorterOf(shard: Shard | undefined): Sorter {
  if (!shard) return WHOLE;
  let input: Placed<Slice | Problem>;
  let last: Place = { file: -1, item: 0 };
  const place = () => {
    const here = last;
    last = { file: here.file, item: here.item + 1 };
    return here;
  };
  return {
    open(next) {
      input = next as Placed<Slice | Problem>;
      if (input.order !== last.file) last = { file: input.order, item: 0 };
    },
    own(read) {
      const here = place();
      if (isProblem(input)) return { read, place: here };
      if (input.isOwn)
        return { read: isProblem(read) || read.id === input.id ? read : stray(read, input), place: here };
      const key = isProblem(read) ? (read.visit ?? input.id) : read.id;
      return shardOf(key, shard.of) === shard.index ? { read, place: here } : undefined;
    },
    place,
    last: () => last,
  };
}

/** Its id may fall to another shard, which has not looked into the file. */
function stray({ id, source }: { id: string; source: string }, { ending }: Input): Problem {
  return {
    code: 'shard.stray',
    file: source,
    what: `a visit with an id of its own, in a file that counts as one visit for a shard by its ending .${ending}`,
    fix: 'Give the file the ending of its format (.csv, .json), or leave --shard out.',
    visit: id,
  };
}
