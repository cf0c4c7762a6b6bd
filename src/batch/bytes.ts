import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { InputError, type Problem } from '../problem.ts';

/** Reads a whole file, or standard input where the path is `-`. Throws InputError where that fails. */
export function readBytes(path: string, name: string): Uint8Array {
  try {
    return path === '-' ? readStdin() : readFileSync(path);
  } catch (error) {
    throw new InputError(unreadable(name, error));
  }
}

/** Reads a part of a file. Throws InputError where that fails, or the file has become shorter. */
export function readRange(path: string, name: string, { from, to }: { from: number; to: number }): Uint8Array {
  try {
    const file = openSync(path, 'r');
    try {
      return readAt(file, from, to);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new InputError(unreadable(name, error));
  }
}

/** Reads a part of an open file. */
export function readAt(file: number, from: number, to: number): Buffer {
  const bytes = Buffer.allocUnsafe(to - from);
  for (let at = 0; at < bytes.length; ) {
    const count = readSync(file, bytes, at, bytes.length - at, from + at);
    if (count === 0) throw new Error('the file has become shorter');
    at += count;
  }
  return bytes;
}

/** The Problem of a file that could not be read. */
export function unreadable(name: string, error: unknown): Problem {
  return { file: name, ...explain((error as NodeJS.ErrnoException).code) };
}

function explain(code: string | undefined) {
  switch (code) {
    case 'ENOENT':
      return { code: 'file.missing', what: 'no such file', fix: 'Check the path.' };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'file.denied',
        what: 'no permission to read it',
        fix: 'Give yourself the right to read it (chmod u+r).',
      };
    case 'ERR_FS_FILE_TOO_LARGE':
      return { code: 'file.too-large', what: 'larger than 2 GiB', fix: 'Split it into several files.' };
    default:
      return { code: 'file.unreadable', what: 'cannot be read', fix: 'Check the disk or copy the file elsewhere.' };
  }
}

function readStdin(): Uint8Array {
  const pieces: Buffer[] = [];
  for (;;) {
    const piece = Buffer.alloc(65536);
    const count = readSome(piece);
    if (count === 0) return Buffer.concat(pieces);
    pieces.push(piece.subarray(0, count));
  }
}

/** A pipe that is set not to block says EAGAIN while its writer is busy; Windows ends a pipe with EOF. */
function readSome(piece: Buffer): number {
  for (;;) {
    try {
      return readSync(0, piece, 0, piece.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
