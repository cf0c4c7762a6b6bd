import { createHash, type Hash } from 'node:crypto';
import { InputError, type Problem } from '../../problem.ts';
import { chunksOf, takeFrom } from './chunks.ts';
import { entriesOf } from './entries.ts';
import { brokenPart, changedPart, type Part, unreadablePart } from './open.ts';
import type { Entry } from './part.ts';
import { makeQueue } from './queue.ts';

/** Bytes that all parts together are read ahead by, and the least and most of one file's. */
const AHEAD = 64 * 1024 * 1024;
const CHUNK = { least: 4096, most: 256 * 1024 };

/** A part that is being read. */
interface Cursor {
  readonly part: Part;
  readonly entries: Iterator<Entry>;
  readonly take: (count: number) => Generator<Buffer>;
  readonly hash: Hash;
  bytes: number;
  entry: Entry;
}

/**
 * Joins the parts of one run (`checkParts` has found nothing) in the order of the whole: what a single run writes, in pieces, and the
 * Problems in their places. However large the parts, some 64 MiB of them are in memory.
 *
 * Throws InputError where a part turns out to be damaged or changed, at its end at the latest: what was given until then must be
 * thrown away.
 */
export function* joinParts(parts: readonly Part[]): Generator<Buffer | Problem> {
  const chunk = Math.min(CHUNK.most, Math.max(CHUNK.least, Math.floor(AHEAD / (2 * parts.length))));
  const queue = makeQueue<Cursor>((a, b) => isBefore(a.entry, b.entry));
  for (const [at, part] of parts.entries()) {
    const cursor = open(part, chunk);
    // Every part begins with the header row.
    for (const piece of read(cursor, part.end.header)) if (at === 0) yield piece;
    if (advance(cursor)) queue.push(cursor);
  }
  let last: Entry | undefined;
  for (let cursor = queue.least(); cursor; cursor = queue.least()) {
    const { entry } = cursor;
    if (last && isBefore(entry, last)) throw new InputError(brokenPart(cursor.part.sheet));
    last = entry;
    if (entry.problem) yield entry.problem;
    yield* read(cursor, entry.bytes);
    if (advance(cursor)) queue.sink();
    else queue.drop();
  }
}

function open(part: Part, chunk: number): Cursor {
  const take = takeFrom(chunksOf(part.file, chunk));
  return {
    part,
    entries: entriesOf(part, chunk),
    take,
    hash: createHash('sha256'),
    bytes: 0,
    entry: { file: 0, item: 0, bytes: 0 },
  };
}

function* read(cursor: Cursor, count: number): Generator<Buffer> {
  const { part, take, hash } = cursor;
  try {
    for (const piece of take(count)) {
      hash.update(piece);
      cursor.bytes += piece.length;
      yield piece;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new InputError(unreadablePart(part.file));
  }
}

/** Goes on to the next entry; at the end the part must be the one that was written. */
function advance(cursor: Cursor): boolean {
  const next = cursor.entries.next();
  if (!next.done) {
    cursor.entry = next.value;
    return true;
  }
  const { part, hash, bytes } = cursor;
  if (bytes !== part.end.bytes || hash.digest('hex') !== part.end.sha256) throw new InputError(changedPart(part.file));
  return false;
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.file < b.file || (a.file === b.file && a.item < b.item);
}
