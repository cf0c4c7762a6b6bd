import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { isProblem, type Problem } from '../problem.ts';
import type { Input } from './inputs.ts';

/** The bytes that were read of a file, and their SHA-256. */
export interface Sum {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file of a run; one that could not be read has no hash. */
export interface SummedFile {
  readonly file: string;
  readonly bytes: number | null;
  readonly sha256: string | null;
}

/** The files of a run in the order of the inputs: 41 bytes a file in memory. */
export interface Sums {
  /** Files come in their order; some may be left out. */
  readonly add: (sum: Sum) => void;
  /** All files; those left out are read now. */
  readonly all: () => AsyncGenerator<SummedFile>;
}

const LENGTH = 32;

/** Sums up the files of a run. */
export function sumFiles(inputs: readonly (Input | Problem)[]): Sums {
  const files = inputs.flatMap((input): readonly { readonly name: string; readonly path: string }[] => {
    if (isProblem(input)) return [];
    const { name, path, channels } = input;
    return channels ?? [{ name, path }];
  });
  const sums = Buffer.alloc(files.length * LENGTH);
  const sizes = new Float64Array(files.length).fill(-1);
  let next = 0;
  return {
    add({ path, bytes, sha256 }) {
      let at = next;
      while (at < files.length && files[at].path !== path) at += 1;
      if (at === files.length) return;
      sums.write(sha256, at * LENGTH, 'hex');
      sizes[at] = bytes;
      next = at + 1;
    },
    async *all() {
      for (const [at, { name: file, path }] of files.entries()) {
        if (sizes[at] < 0) yield { file, ...(await read(path)) };
        else yield { file, bytes: sizes[at], sha256: sums.toString('hex', at * LENGTH, (at + 1) * LENGTH) };
      }
    },
  };
}

async function read(path: string): Promise<Omit<SummedFile, 'file'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    if (path === '-') throw new Error('it can be read but once');
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
      hash.update(piece as Buffer);
      bytes += (piece as Buffer).length;
    }
  } catch {
    return { bytes: null, sha256: null };
  }
  return { bytes, sha256: hash.digest('hex') };
}
