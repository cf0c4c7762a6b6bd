import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { decode } from '../../src/read/bytes.ts';
import type { ReadOptions, Source } from '../../src/read/reader.ts';
import { aliasTest } from '../../src/segment/labels.ts';

export const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** What the readers are given, with the project's own list of labels. */
export const options: ReadOptions = {
  isAlias: aliasTest(parse(readFileSync(new URL('../../lexicons/en/speakers.yaml', import.meta.url), 'utf8'))),
};

/** A text as a file of that name. */
export function sourceOf(text: string, name = 'visit.txt'): Source {
  const file = name.split('/').at(-1) as string;
  const dot = file.lastIndexOf('.');
  const ending = dot < 0 ? '' : file.slice(dot + 1).toLowerCase();
  return { name, id: dot < 0 ? file : file.slice(0, dot), ending, text };
}

/** A file below `fixtures/`, decoded. */
export function open(path: string): Source {
  return sourceOf(decode(readFileSync(fixtures + path), path), path);
}
