import { createHash } from 'node:crypto';
import type { Problem } from '../../problem.ts';
import { BLOCK, packBlock } from './blocks.ts';
import type { Entry, PartEnd, PartHead, Place } from './part.ts';

/** Keeps account of a part while it is written. */
export interface PartRecord {
  /** What is written to the part, in its order: the header row, then the rows of visits. */
  readonly write: (piece: string | Uint8Array) => void;
  /** The next item, in the order of the whole, and how many bytes are written of it. */
  readonly item: (place: Place, bytes: number, problem?: Problem) => void;
  /** A task is done: its last input and what has been read of it. The items of further parts of that input are counted on. */
  readonly pass: (last: Place) => void;
  readonly end: () => void;
}

/**
 * Writes a part's sheet as the part itself grows: one JSON object, laid out so that it can be read line by line, with the head on
 * its first line, a block of entries on each further one, and the end on its last.
 */
export function startRecord(head: PartHead, write: (text: string) => void): PartRecord {
  const hash = createHash('sha256');
  const total = { visits: 0, problems: 0, bytes: 0 };
  let rows = 0;
  let passed: Place = { file: -1, item: 0 };
  let waiting: Entry[] = [];
  let before = '\n';
  const flush = () => {
    write(before + JSON.stringify(packBlock(waiting)));
    before = ',\n';
    waiting = [];
  };
  write(`${JSON.stringify(head).slice(0, -1)},"blocks":[`);
  return {
    write(piece) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      hash.update(bytes);
      total.bytes += bytes.length;
    },
    item({ file, item }, bytes, problem) {
      waiting.push({ file, item: file === passed.file ? passed.item + item : item, bytes, problem });
      rows += bytes;
      if (problem) total.problems += 1;
      else total.visits += 1;
      if (waiting.length >= BLOCK) flush();
    },
    pass(last) {
      passed = last.file === passed.file ? { file: last.file, item: passed.item + last.item } : last;
    },
    end() {
      if (waiting.length > 0) flush();
      const end: PartEnd = { ...total, header: total.bytes - rows, sha256: hash.digest('hex') };
      write(`\n],"end":${JSON.stringify(end)}}\n`);
    },
  };
}
