import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { isProblem } from '../problem.ts';
import type { Inputs } from './input-list.ts';

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

/** The files of a run in the order of the inputs: 40 bytes a file in memory. */
export interface Sums {
  /** Files come in their order; some may be left out. */
  readonly add: (sum: Sum) => void;
  /** All files; those left out are read now. */
  readonly all: () => AsyncGenerator<SummedFile>;
}

const LENGTH = 32;

/** Sums up the files of a run. */
export function sumFiles(inputs: Inputs): Sums {
  let count = 0;
  for (const _ of filesOf(inputs)) count += 1;
  const sums = Buffer.alloc(count * LENGTH);
  const sizes = new Float64Array(count).fill(-1);
  const files = filesOf(inputs);
  let at = 0;
  return {
    add({ path, bytes, sha256 }) {
      for (let file = files.next(); !file.done; file = files.next()) {
        at += 1;
        if (file.value.path !== path) continue;
        sums.write(sha256, (at - 1) * LENGTH, 'hex');
        sizes[at - 1] = bytes;
        return;
      }
    },
    async *all() {
      let k = 0;
      for (const { name: file, path } of filesOf(inputs)) {
        if (sizes[k] < 0) yield { file, ...(await read(path)) };
        else yield { file, bytes: sizes[k], sha256: sums.toString('hex', k * LENGTH, (k + 1) * LENGTH) };
        k += 1;
      }
    },
  };
}

function* filesOf(inputs: Inputs): Generator<{ readonly name: string; readonly path: string }> {
  for (const input of inputs) {
    if (isProblem(input)) continue;
    if (input.channels) yield* input.channels;
    else yield input;
  }
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
