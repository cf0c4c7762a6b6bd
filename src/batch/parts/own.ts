import { isProblem, type Problem } from '../../problem.ts';
import type { Input } from '../inputs.ts';
import type { Slice } from '../task.ts';
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
  inputs: readonly (Input | Problem)[],
  { index, of }: Shard,
  holdsOne: (input: Input) => boolean,
): Placed<Input | Problem>[] {
  return inputs.flatMap((input, order): Placed<Input | Problem>[] => {
    if (isProblem(input)) return shardOf(input.file, of) === index ? [{ ...input, order }] : [];
    if (!holdsOne(input)) return [{ ...input, order }];
    return shardOf(input.id, of) === index ? [{ ...input, order, isOwn: true }] : [];
  });
}

/** Sorts what is read from inputs of `inputsOf` into the shard's own and the rest. */
export interface Sorter {
  /** The inputs; they must be read one by one from here. */
  readonly inputs: Iterable<Slice | Problem>;
  /** What was read just now, with its place, if it is the shard's own. */
  readonly own: <V extends { id: string; source: string }>(
    read: V | Problem,
  ) => { readonly read: V | Problem; readonly place: Place } | undefined;
  /** The last input, and how much has been read of it. */
  readonly last: () => Place;
}

/** Sorts by the ids of visits. A Problem without a visit falls where its file's id would. */
export function sortBy({ index, of }: Shard, inputs: readonly (Slice | Problem)[]): Sorter {
  let input: Placed<Slice | Problem> | undefined;
  let last: Place = { file: -1, item: 0 };
  return {
    inputs: (function* () {
      for (const one of inputs as readonly Placed<Slice | Problem>[]) {
        input = one;
        if (one.order !== last.file) last = { file: one.order, item: 0 };
        yield one;
      }
    })(),
    own(read) {
      const place = last;
      last = { file: place.file, item: place.item + 1 };
      const file = input as Placed<Slice | Problem>;
      if (isProblem(file)) return { read, place };
      if (file.isOwn) return { read: isProblem(read) || read.id === file.id ? read : stray(read, file), place };
      const key = isProblem(read) ? (read.visit ?? file.id) : read.id;
      return shardOf(key, of) === index ? { read, place } : undefined;
    },
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
