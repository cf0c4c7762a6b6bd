import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OutputClosed, OutputError } from '../problem.ts';

/** Where text goes: nothing of it is in a named file before `close`. */
export interface Output {
  write(piece: string | Uint8Array): void;
  /** Hands on what is gathered, to who reads a pipe. */
  flush(): void;
  /** Writes what is left; a file stands under its name from now on. */
  close(): void;
  /** Gives a file up, and leaves what had its name as it was. */
  discard(): void;
}

const CHUNK = 65536;

/** Opens standard output, or a file. All methods throw OutputError, and OutputClosed where nobody reads standard output any more. */
export function openOutput(path?: string): Output {
  return path === undefined ? stream(1, 'standard output') : openFile(path);
}

/**
 * A file is written beside its target and renamed, so that no half of it is ever seen; a link's target is written, not the link.
 * Devices and pipes are written to directly.
 */
function openFile(path: string): Output {
  const before = look(path);
  if (before && !before.isFile()) {
    const device = attempt(path, () => stream(openSync(path, 'w'), path));
    return { ...device, discard() {} };
  }
  const target = before ? realpathSync(path) : path;
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  const file = attempt(path, () => openSync(draft, 'w'));
  const { write, flush, close } = stream(file, path);
  let settled = false;
  const discard = () => {
    if (settled) return;
    settled = true;
    closeSync(file);
    rmSync(draft, { force: true });
  };
  return {
    write,
    flush,
    discard,
    close() {
      close();
      attempt(path, () => {
        if (before) fchmodSync(file, before.mode);
        fsyncSync(file);
        settled = true;
        closeSync(file);
        renameSync(draft, target);
      });
    },
  };
}

/** Gathers small pieces; `write` is not called for each. */
function stream(file: number, name: string): Output {
  let waiting: Uint8Array[] = [];
  let length = 0;
  const flush = () => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    length = 0;
    attempt(name, () => writeAll(file, bytes));
  };
  return {
    write(piece) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      waiting.push(bytes);
      length += bytes.length;
      if (length >= CHUNK) flush();
    },
    flush,
    close: flush,
    discard() {},
  };
}

/** A pipe that is set not to block says EAGAIN while its reader is busy. */
function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(file, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function attempt<T>(name: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code === 'EPIPE') throw new OutputClosed();
    throw new OutputError({ file: name, ...explain(code) });
  }
}

function explain(code: string) {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'output.no-folder', what: 'its folder does not exist', fix: 'Make the folder first.' };
    case 'EISDIR':
      return { code: 'output.folder', what: 'is a folder', fix: 'Name a file.' };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'output.denied', what: 'no permission to write it', fix: 'Write to a folder of your own.' };
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'output.full', what: 'the disk is full', fix: 'Free some space or write elsewhere.' };
    default:
      return { code: 'output.failed', what: 'cannot be written', fix: 'Check the disk or write elsewhere.' };
  }
}

function look(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
