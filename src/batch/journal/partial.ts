import { createHash } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fdatasyncSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  truncateSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { attempt, look, syncFolder, writeAll } from '../../disk.ts';

/** So much of a file, and the SHA-256 of it. */
export interface Extent {
  readonly bytes: number;
  readonly sha256: string;
}

/** A file under way: it bears its own name once it is whole. */
export interface Partial {
  readonly write: (piece: string | Uint8Array) => void;
  /** Sees to it that all that was written outlasts the machine, and says how much it is. */
  readonly sync: () => Extent;
  /** Gives the file its name. */
  readonly publish: () => void;
  readonly close: () => void;
  readonly remove: () => void;
}

const CHUNK = 65536;

/** The name of a file under way. */
export function partialOf(target: string): string {
  return `${target}.partial`;
}

/**
 * Opens the file under way beside its target, empty, or cut back to its first `from` bytes, of which the hash is made anew.
 * `name` is the target as the user calls it, for errors. All throw OutputError.
 */
export function openPartial(target: string, name: string, from?: number): Partial {
  const path = partialOf(target);
  const hash = createHash('sha256');
  let bytes = 0;
  const file = attempt(name, () => {
    if (from === undefined) return openSync(path, 'w');
    truncateSync(path, from);
    for (const piece of piecesOf(path)) hash.update(piece);
    bytes = from;
    return openSync(path, 'a');
  });
  let waiting: Uint8Array[] = [];
  let length = 0;
  const flush = () => {
    if (length === 0) return;
    const all = Buffer.concat(waiting);
    waiting = [];
    length = 0;
    attempt(name, () => writeAll(file, all));
    hash.update(all);
    bytes += all.length;
  };
  let isOpen = true;
  const close = () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    write(piece) {
      const more = typeof piece === 'string' ? Buffer.from(piece) : piece;
      waiting.push(more);
      length += more.length;
      if (length >= CHUNK) flush();
    },
    sync() {
      flush();
      attempt(name, () => fdatasyncSync(file));
      return { bytes, sha256: hash.copy().digest('hex') };
    },
    publish() {
      flush();
      attempt(name, () => {
        const before = look(target);
        if (before) fchmodSync(file, before.mode);
        fsyncSync(file);
        close();
        renameSync(path, target);
        syncFolder(dirname(target));
      });
    },
    close,
    remove() {
      close();
      rmSync(path, { force: true });
    },
  };
}

/** The SHA-256 of a file's first bytes; undefined where it has not so many. Throws as node does. */
export function hashOf(path: string, size: number): string | undefined {
  if ((look(path)?.size ?? -1) < size) return undefined;
  const hash = createHash('sha256');
  let left = size;
  for (const piece of piecesOf(path)) {
    hash.update(piece.subarray(0, left));
    left -= piece.length;
    if (left <= 0) break;
  }
  return hash.digest('hex');
}

function* piecesOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  const piece = Buffer.alloc(16 * CHUNK);
  try {
    for (let count = 1; count > 0; ) {
      count = readSync(file, piece, 0, piece.length, null);
      yield piece.subarray(0, count);
    }
  } finally {
    closeSync(file);
  }
}
