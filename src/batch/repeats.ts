import type { Problem } from '../problem.ts';
import { seen } from './seen.ts';
import type { Item } from './task.ts';

/** What a run remembers of ids between two of its steps; plain JSON. */
export interface Ids {
  /** Those that were new, as base64: hash and file, 12 bytes an id. */
  readonly hashes: string;
  /** The number of the file that the last visit was from, and its name. */
  readonly file: number;
  readonly source?: string;
}

export interface Repeats {
  /** The Problem of a visit whose id and kind were there before; all are to be shown to it in order. */
  readonly check: (visit: NonNullable<Item['visit']>) => Problem | undefined;
  /** What is new since this was last asked; needs `isKept`. */
  readonly taken: () => Ids;
  /** Goes on from what another one has `taken`, in order. */
  readonly restore: (ids: Ids) => void;
}

/** Tells visits of an id and kind that were there before. */
export function repeats(isKept = false): Repeats {
  const before = seen(isKept);
  let file = 0;
  let name: string | undefined;
  return {
    check({ id, kind, source, at, inRows }) {
      if (source !== name) file += 1;
      name = source;
      const there = before.add(`${kind} ${id}`, file);
      if (there === undefined) return undefined;
      const about = { file: source, at, visit: id };
      if (inRows && there === file) {
        return {
          ...about,
          code: 'id.split',
          what: 'this visit has ended before; its turns from here on are left out',
          fix: 'Sort them by visit.',
        };
      }
      return {
        ...about,
        code: 'id.duplicate',
        what: `a ${kind} of the id ${id} was there before`,
        fix: 'Give each visit an id of its own, or put the file before it: --id-prefix.',
      };
    },
    taken() {
      const { buffer, byteLength } = before.taken();
      return {
        hashes: Buffer.from(buffer, 0, byteLength).toString('base64'),
        file,
        ...(name !== undefined && { source: name }),
      };
    },
    restore({ hashes, file: last, source }) {
      const bytes = Uint8Array.from(Buffer.from(hashes, 'base64'));
      before.restore(new Uint32Array(bytes.buffer));
      file = last;
      name = source;
    },
  };
}
