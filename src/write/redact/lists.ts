import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexiconFolder } from '../../lexicon/load.ts';
import { keysOf } from './text.ts';

/** Entries as keys of words with a blank between, and how many words the longest has. */
export interface List {
  readonly has: (key: string) => boolean;
  readonly longest: number;
}

const read = new Map<string, List>();

/** A word list of `lexicons/en/redact/`, read at its first use. */
export function listOf(name: string): List {
  let list = read.get(name);
  if (!list) {
    const lines = readFileSync(join(lexiconFolder(), 'redact', `${name}.txt`), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('//'))
      .map(keysOf);
    const entries = new Set(lines.map((keys) => keys.join(' ')));
    list = { has: (key) => entries.has(key), longest: Math.max(...lines.map(({ length }) => length)) };
    read.set(name, list);
  }
  return list;
}
