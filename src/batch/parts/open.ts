import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { Problem } from '../../problem.ts';
import { chunksOf, linesOf } from './chunks.ts';
import { LAYOUT, type PartEnd, type PartHead, partOf, sheetOf } from './part.ts';

/** A whole part of a run. */
export interface Part {
  /** The file with its rows. */
  readonly file: string;
  /** The file that says what is in it. */
  readonly sheet: string;
  readonly head: PartHead;
  readonly end: PartEnd;
}

const CHUNK = 65536;
/** No end is longer. */
const TAIL = 4096;

/** Opens a part by the name of either of its files; a Problem where it is not whole, or not as it was written. */
export function openPart(path: string): Part | Problem {
  const file = partOf(path);
  const sheet = sheetOf(file);
  const bytes = sizeOf(file);
  if (bytes === undefined)
    return { code: 'part.missing', file, what: 'no such file', fix: 'Check the path, or run the shard again.' };
  if (sizeOf(sheet) === undefined) {
    const fix = 'Run its shard again to the end, or bring that file along.';
    return { code: 'part.unfinished', file, what: `no ${sheet} lies beside it: no part, or not a finished one`, fix };
  }
  let head: PartHead;
  let end: PartEnd;
  try {
    head = JSON.parse(`${firstLine(sheet)}]}`);
    end = JSON.parse(`{"blocks":[${lastLine(sheet)}`).end;
  } catch (error) {
    return (error as NodeJS.ErrnoException).syscall === undefined ? brokenPart(sheet) : unreadablePart(sheet);
  }
  if (typeof head.part === 'number' && head.part !== LAYOUT) {
    const fix = 'Merge with the version that the parts were made with, or run all shards again.';
    return { code: 'part.other-layout', file: sheet, what: `written by bedside ${head.version} in another way`, fix };
  }
  if (!isHead(head) || !isEnd(end)) return brokenPart(sheet);
  return end.bytes === bytes ? { file, sheet, head, end } : changedPart(file);
}

/** The part's sheet is not what we write. */
export function brokenPart(sheet: string): Problem {
  const what = 'damaged, or not written by bedside';
  return { code: 'part.broken', file: sheet, what, fix: 'Copy it again, or run its shard again.' };
}

/** The part is not the one that its sheet was written of. */
export function changedPart(file: string): Problem {
  const what = 'changed since its shard was run';
  return { code: 'part.changed', file, what, fix: 'Copy it again, or run its shard again.' };
}

/** A file of the part cannot be opened or read. */
export function unreadablePart(file: string): Problem {
  return { code: 'part.unreadable', file, what: 'cannot be read', fix: 'Check its permissions and the disk.' };
}

function sizeOf(path: string): number | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() ? stats.size : undefined;
  } catch {
    return undefined;
  }
}

function firstLine(path: string): string {
  for (const line of linesOf(chunksOf(path, CHUNK))) return line;
  return '';
}

function lastLine(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(TAIL);
    const count = readSync(file, bytes, 0, TAIL, Math.max(0, fstatSync(file).size - TAIL));
    return bytes.toString('utf8', 0, count).trimEnd().split('\n').at(-1) ?? '';
  } finally {
    closeSync(file);
  }
}

function isHead({ part, command, format, version, lexicon, shard, options, inputs }: PartHead): boolean {
  return (
    part === LAYOUT &&
    [command, format, version, lexicon].every((text) => typeof text === 'string') &&
    [shard?.index, shard?.of, inputs?.count, inputs?.bytes].every(isCount) &&
    shard.index < shard.of &&
    Array.isArray(inputs.groups) &&
    typeof options === 'object' &&
    options !== null
  );
}

function isEnd(end: PartEnd | undefined): boolean {
  return (
    end !== undefined &&
    [end.visits, end.problems, end.header, end.bytes].every(isCount) &&
    typeof end.sha256 === 'string'
  );
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
