import { constants as limits } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { InputError, type Problem } from '../problem.ts';
import { hasLostName, LOST_NAME } from './names.ts';

/**
 * Reads a whole file; a pipe or a device, or standard input where the path is `-`, to its end. Throws InputError where that fails.
 */
export function readBytes(path: string, name: string): Uint8Array {
  try {
    if (path === '-') return readStream(0, name);
    return statSync(path).isFile() ? readOpened(path, name, readFound) : readPipe(path, name);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(unreadable(name, error, path));
  }
}

/**
 * Reads a whole file that was found to have `size` bytes, by as few calls of the system as can be: there are many files. The bytes
 * may be written over by the next one. Throws InputError where that fails.
 */
export function readFileOf(path: string, name: string, size: number): Uint8Array {
  try {
    return readOpened(path, name, (file) => readSmall(file, size) ?? readFound(file));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(unreadable(name, error, path));
  }
}

/** What was a file a moment ago may have become a pipe: it is opened without waiting for a writer. `read` gives nothing of a pipe. */
function readOpened(path: string, name: string, read: (file: number) => Uint8Array | undefined): Uint8Array {
  const file = openSync(path, WITHOUT_WAITING);
  try {
    const bytes = read(file);
    if (bytes) return bytes;
  } finally {
    closeSync(file);
  }
  const fix = 'Let nothing else change the files of a run.';
  throw new InputError({
    code: 'file.changed',
    file: name,
    what: 'it was a file when it was found, and is none any more',
    fix,
  });
}

const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Larger files have something done about them that takes longer than to look at them again. */
const SMALL = 1 << 20;

/** Small files come here, one after the other. */
let desk: Buffer | undefined;

/** The bytes of a small file that is as long as it was. A pipe cannot be read from a place on. */
function readSmall(file: number, size: number): Buffer | undefined {
  if (size === 0 || size >= SMALL) return undefined;
  desk ??= Buffer.allocUnsafeSlow(SMALL);
  try {
    return readSync(file, desk, 0, size + 1, 0) === size ? desk.subarray(0, size) : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESPIPE') throw error;
    return undefined;
  }
}

function readFound(file: number): Uint8Array | undefined {
  const stat = fstatSync(file);
  if (!stat.isFile()) return undefined;
  return stat.size > 0 && stat.size < SMALL ? readUpTo(file, 0, stat.size) : readFileSync(file);
}

/** So many bytes of an open file, from a place on; less where it ends before. */
function readUpTo(file: number, from: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  while (at < size) {
    const count = readSync(file, bytes, at, size - at, from + at);
    if (count === 0) break;
    at += count;
  }
  return bytes.subarray(0, at);
}

/** Waits for a writer, as every program does that is given a pipe. */
function readPipe(path: string, name: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    return readStream(file, name);
  } finally {
    closeSync(file);
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
    throw new InputError(unreadable(name, error, path));
  }
}

/** Reads a part of an open file. */
export function readAt(file: number, from: number, to: number): Buffer {
  const bytes = readUpTo(file, from, to - from);
  if (bytes.length < to - from) throw new Error('the file has become shorter');
  return bytes;
}

/** The Problem of a file that could not be read. */
export function unreadable(name: string, error: unknown, path = name): Problem {
  return { file: name, ...explain((error as NodeJS.ErrnoException).code, path) };
}

function explain(code: string | undefined, path: string) {
  switch (code) {
    case 'ENOENT':
      return hasLostName(path) ? LOST_NAME : { code: 'file.missing', what: 'no such file', fix: 'Check the path.' };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'file.denied',
        what: 'no permission to read it',
        fix: 'Give yourself the right to read it (chmod u+r).',
      };
    case 'ERR_FS_FILE_TOO_LARGE':
      return { code: 'file.too-large', what: 'larger than 2 GiB', fix: 'Split it into several files.' };
    case 'ENXIO':
      return { code: 'file.socket', what: 'is a socket or a device, not a file', fix: 'Name a file or a pipe.' };
    default:
      return { code: 'file.unreadable', what: 'cannot be read', fix: 'Check the disk or copy the file elsewhere.' };
  }
}

/** No text is longer; a stream without an end stops here. */
const LONGEST = limits.MAX_STRING_LENGTH;

function readStream(file: number, name: string): Uint8Array {
  const pieces: Buffer[] = [];
  let length = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(65536);
    const count = readSome(file, piece);
    if (count === 0) return Buffer.concat(pieces);
    length += count;
    if (length > LONGEST) {
      const what = `longer than ${Math.floor(LONGEST / 2 ** 20)} MiB`;
      throw new InputError({ code: 'file.too-long', file: name, what, fix: 'Give it in several pieces.' });
    }
    pieces.push(count < piece.length ? Buffer.from(piece.subarray(0, count)) : piece);
  }
}

/** A pipe that is set not to block says EAGAIN while its writer is busy; Windows ends a pipe with EOF. */
function readSome(file: number, piece: Buffer): number {
  for (;;) {
    try {
      return readSync(file, piece, 0, piece.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
