import { type Dir, opendirSync } from 'node:fs';
import { join } from 'node:path';
import { collectSooner } from '../heap.ts';

/** Lists of so many files are large. */
const MANY = 20_000;

/** A folder that is being walked: its entries, and the next of them. */
interface Level {
  /** Its path below the root, with `/` at its end; '' for the root itself. */
  readonly path: string;
  /** Names, those of folders with `/` at their ends. */
  readonly names: readonly string[];
  next: number;
}

/**
 * The files below a folder, without hidden files and links: paths relative to it with `/` between, in code-unit order. Folders that
 * cannot be listed are added to `closed`. No more of the tree is held than the folders that lead to where the walk is.
 */
export function* filesBelow(root: string, closed: string[]): Generator<string> {
  const levels: Level[] = [];
  const enter = (path: string) => {
    const names = namesIn(join(root, path));
    if (names) levels.push({ path, names, next: 0 });
    else closed.push(path.slice(0, -1));
  };
  enter('');
  let count = 0;
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    if (level.next === level.names.length) {
      levels.pop();
      continue;
    }
    const path = level.path + level.names[level.next];
    level.next += 1;
    if (path.endsWith('/')) {
      enter(path);
      continue;
    }
    yield path;
    count += 1;
    if (count === MANY) collectSooner();
  }
}

/** Entries that are read at once. */
const SOME = 256;

/** What is in a folder, so sorted that the paths of all files come in order; undefined where it cannot be listed. */
function namesIn(folder: string): string[] | undefined {
  const names: string[] = [];
  let open: Dir | undefined;
  try {
    open = opendirSync(folder, { bufferSize: SOME });
    for (let entry = open.readSync(); entry; entry = open.readSync()) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isFile()) names.push(entry.name);
      else if (entry.isDirectory()) names.push(`${entry.name}/`);
    }
  } catch {
    return undefined;
  } finally {
    open?.closeSync();
  }
  return names.sort();
}
