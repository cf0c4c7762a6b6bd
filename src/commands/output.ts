import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { attempt, look, syncFolder, targetOf, writeAll } from '../disk.ts';
import { maybeScreen, onScreen } from './screen.ts';

/** Where text goes: nothing of it is in a named file before `close`. */
export interface Output {
  write(piece: string | Uint8Array): void;
  /** Hands on what is gathered, to who reads a pipe. */
  flush(): void;
  /** Writes what is left; a file stands under its name from now on. */
  close(): void;
  /** Gives a file up, and leaves what had its name as it was. */
  discard(): void;
  /** Gives it up too, but leaves what was written, in `draft`. */
  keep(): void;
}

const CHUNK = 65536;

/** How an output is opened. */
export interface OutputOptions {
  /** No colour in it is ours. */
  readonly plain?: boolean;
  /** What a file is called until it is whole. */
  readonly draftOf?: (target: string) => string;
}

/**
 * Opens standard output, or a file. What goes to a terminal is made safe for it. All methods throw OutputError, and OutputClosed
 * where nobody reads standard output any more.
 */
export function openOutput(path?: string, { plain = false, draftOf = hiddenDraft }: OutputOptions = {}): Output {
  return path === undefined ? screened(1, 'standard output', plain) : openFile(path, plain, draftOf);
}

function screened(file: number, name: string, plain: boolean): Output {
  const output = stream(file, name);
  if (!maybeScreen(file)) return output;
  const textOf = (piece: string | Uint8Array): string =>
    typeof piece === 'string' ? piece : Buffer.from(piece).toString();
  return { ...output, write: (piece) => output.write(onScreen(textOf(piece), !plain)) };
}

function hiddenDraft(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}.part`);
}

/**
 * A file is written beside its target and renamed, so that no half of it is ever seen; a link's target is written, not the link.
 * Devices and pipes are written to directly.
 */
function openFile(path: string, plain: boolean, draftOf: (target: string) => string): Output {
  const before = look(path);
  if (before && !before.isFile()) return attempt(path, () => screened(openSync(path, 'w'), path, plain));
  const target = targetOf(path);
  const draft = draftOf(target);
  const file = attempt(path, () => openSync(draft, 'w'));
  const { write, flush, close } = stream(file, path);
  let isOpen = true;
  let isDraft = true;
  const shut = () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    write,
    flush,
    discard() {
      if (!isDraft) return;
      shut();
      rmSync(draft, { force: true });
      isDraft = false;
    },
    keep() {
      if (!isDraft) return;
      isDraft = false;
      try {
        flush();
      } finally {
        shut();
      }
    },
    close() {
      close();
      attempt(path, () => {
        if (before) fchmodSync(file, before.mode);
        fsyncSync(file);
        shut();
        renameSync(draft, target);
        isDraft = false;
        syncFolder(dirname(target));
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
    keep: flush,
  };
}
