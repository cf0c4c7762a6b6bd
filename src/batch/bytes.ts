import { readFileSync, readSync } from 'node:fs';
import { InputError } from '../problem.ts';

/** Reads a whole file, or standard input where the path is `-`. Throws InputError where that fails. */
export function readBytes(path: string, name: string): Uint8Array {
  try {
    return path === '-' ? readStdin() : readFileSync(path);
  } catch (error) {
    throw new InputError({ file: name, ...explain((error as NodeJS.ErrnoException).code) });
  }
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
