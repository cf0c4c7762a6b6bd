import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { collectSooner } from '../heap.ts';

/** What stands in a folder: paths relative to it with `/` between, in code-unit order. */
export interface Listing {
  readonly files: readonly string[];
  /** Folders that could not be listed. */
  readonly closed: readonly string[];
}

/** Lists of so many files are large. */
const MANY = 20_000;

/** Lists the files below a folder, without hidden files and links. */
export function listFolder(root: string): Listing {
  const files: string[] = [];
  const closed: string[] = [];
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = list(join(root, folder));
    if (!entries) {
      closed.push(folder);
      continue;
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isFile()) files.push(path);
    }
    if (files.length >= MANY) collectSooner();
  }
  return { files: files.sort(), closed: closed.sort() };
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}
