import { createHash } from 'node:crypto';
import { BLOCK, packBlock } from './blocks.ts';
import type { Entry, PartEnd, PartHead } from './part.ts';

/** Keeps account of a part while it is written. */
export interface PartRecord {
  /** The text before the first visit's: the header row. */
  readonly header: (text: string) => void;
  /** The text of the next item, its rows. Items come in their order in the whole. */
  readonly item: (entry: Omit<Entry, 'bytes'>, text: string) => void;
  readonly end: () => void;
}

/**
 * Writes a part's sheet as the part itself grows: one JSON object, laid out so that it can be read line by line, with the head on
 * its first line, a block of entries on each further one, and the end on its last.
 */
export function startRecord(head: PartHead, write: (text: string) => void): PartRecord {
  const hash = createHash('sha256');
  const total = { visits: 0, problems: 0, header: 0, bytes: 0 };
  let waiting: Entry[] = [];
  let before = '\n';
  const count = (text: string): number => {
    const bytes = Buffer.from(text);
    hash.update(bytes);
    total.bytes += bytes.length;
    return bytes.length;
  };
  const flush = () => {
    write(before + JSON.stringify(packBlock(waiting)));
    before = ',\n';
    waiting = [];
  };
  write(`${JSON.stringify(head).slice(0, -1)},"blocks":[`);
  return {
    header(text) {
      total.header += count(text);
    },
    item(entry, text) {
      waiting.push({ ...entry, bytes: count(text) });
      if (entry.problem) total.problems += 1;
      else total.visits += 1;
      if (waiting.length >= BLOCK) flush();
    },
    end() {
      if (waiting.length > 0) flush();
      const end: PartEnd = { ...total, sha256: hash.digest('hex') };
      write(`\n],"end":${JSON.stringify(end)}}\n`);
    },
  };
}
