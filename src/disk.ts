import { closeSync, fsyncSync, openSync, readlinkSync, realpathSync, type Stats, statSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { OutputClosed, OutputError } from './problem.ts';

/** Writes all of it. A pipe that is set not to block says EAGAIN while its reader is busy. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(file, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** Makes the entries of a folder last: a file that was made or renamed in it is else lost when the power is. */
export function syncFolder(folder: string): void {
  let file: number;
  try {
    file = openSync(folder, 'r');
  } catch {
    // Windows opens no folders, and needs no such thing.
    return;
  }
  try {
    fsyncSync(file);
  } catch (error) {
    // Network file systems may know no such thing.
    if (!['EINVAL', 'EPERM', 'ENOTSUP', 'EISDIR', 'EBADF'].includes(String((error as NodeJS.ErrnoException).code)))
      throw error;
  } finally {
    closeSync(file);
  }
}

/** What stands under a name; undefined for nothing, or nothing that we may look at. */
export function look(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Links that lead to links; more are a circle. */
const LINKS = 40;

/** The file that a path means: where its links lead, even to what is not there yet. */
export function targetOf(path: string, links = LINKS): string {
  try {
    return realpathSync(path);
  } catch {
    try {
      return links > 0 ? targetOf(resolve(dirname(path), readlinkSync(path)), links - 1) : path;
    } catch {
      return path;
    }
  }
}

/** Does what may fail on `name`. Throws OutputError, and OutputClosed where nobody reads a pipe any more. */
export function attempt<T>(name: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    if (code === 'EPIPE') throw new OutputClosed();
    throw new OutputError({ file: name, ...explain(code) });
  }
}

function explain(code: string) {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'output.no-folder', what: 'its folder does not exist', fix: 'Make the folder first.' };
    case 'EEXIST':
      return { code: 'output.busy', what: 'another run has begun to write it', fix: 'Wait for its end.' };
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
