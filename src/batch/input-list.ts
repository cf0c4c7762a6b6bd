import { extname } from 'node:path';
import { isProblem, type Problem } from '../problem.ts';
import type { Input } from './inputs.ts';

/** The inputs of a run in their order, a Problem in the place of each path that has none. Each pass may make them anew. */
export interface Inputs extends Iterable<Input | Problem> {
  readonly length: number;
}

/** Gathers inputs. */
export interface InputList extends Inputs {
  readonly add: (input: Input | Problem) => void;
  /** The place between what is there and what comes. */
  readonly mark: () => number;
  /** Puts what is found out later in such a place. */
  readonly insert: (problems: readonly Problem[], place: number) => void;
}

/** Neighbours that are packed together. */
const PACK = 512;

/** Stands between paths; in none of them. */
const BETWEEN = '\0';

/** Files below one folder by what is not in common to them. */
interface Pack {
  /** What stands before the id in each of their paths. */
  readonly root: string;
  /** The rest of the paths. */
  readonly paths: string;
  readonly sizes: Float64Array;
  /** When they were last written; not a number where that is not known. */
  readonly times: Float64Array;
}

/** A list of inputs in some 40 bytes a file where they would take 200: there may be millions. */
export function inputList(): InputList {
  const packs: (Pack | Problem | Input)[] = [];
  let root = '';
  let paths: string[] = [];
  let sizes: number[] = [];
  let times: number[] = [];
  let length = 0;
  const pack = (): Pack => {
    const packed = {
      root,
      paths: paths.join(BETWEEN),
      sizes: Float64Array.from(sizes),
      times: Float64Array.from(times),
    };
    paths = [];
    sizes = [];
    times = [];
    return packed;
  };
  const close = () => {
    if (paths.length > 0) packs.push(pack());
  };
  return {
    add(input) {
      length += 1;
      const own = rootOf(input);
      if (own === undefined || isProblem(input)) {
        close();
        packs.push(input);
        return;
      }
      if (own !== root || paths.length === PACK) close();
      root = own;
      paths.push(input.path.slice(root.length));
      sizes.push(input.bytes);
      times.push(input.modified ?? Number.NaN);
    },
    mark() {
      close();
      return packs.length;
    },
    insert(problems, place) {
      close();
      packs.splice(place, 0, ...problems);
      length += problems.length;
    },
    get length() {
      return length;
    },
    *[Symbol.iterator]() {
      close();
      for (const one of packs) {
        if ('paths' in one) yield* filesOf(one);
        else yield one;
      }
    },
  };
}

/** What stands before the id in a path; undefined where the input is not told by its path, size and time alone. */
function rootOf(input: Input | Problem): string | undefined {
  if (isProblem(input) || input.channels || input.content || input.isStream) return undefined;
  const { name, path, id, ending } = input;
  const at = path.length - extname(path).length - id.length;
  const isTold = name === path && path !== '-' && at >= 0 && path.startsWith(id, at) && ending === endingOf(path);
  return isTold ? path.slice(0, at) : undefined;
}

function* filesOf({ root, paths, sizes, times }: Pack): Generator<Input> {
  const names = paths.split(BETWEEN);
  for (let i = 0; i < names.length; i += 1) {
    const modified = Number.isNaN(times[i]) ? undefined : times[i];
    yield fileInput(root + names[i], names[i], sizes[i], modified);
  }
}

/** A file; `relative` is its path below the PATH given, and what `path` ends in. */
export function fileInput(path: string, relative: string, bytes: number, modified: number | undefined): Input {
  const id = relative.slice(0, relative.length - extname(relative).length);
  return { name: path, id, ending: endingOf(relative), path, bytes, modified };
}

/** Endings that have come, each but once. */
const ENDINGS = new Map<string, string>();

export function endingOf(path: string): string {
  const ending = extname(path).slice(1).toLowerCase();
  const known = ENDINGS.get(ending);
  if (known === undefined) ENDINGS.set(ending, ending);
  return known ?? ending;
}
