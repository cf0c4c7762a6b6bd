import type { Problem } from '../../problem.ts';
import type { InputsDigest } from './inputs-digest.ts';
import type { Shard } from './shard.ts';

/** A place in the whole run: the index of the input, and the item's own in that, both from 0. */
export interface Place {
  readonly file: number;
  readonly item: number;
}

/** What an item of a run is: a visit, or the Problem in its place. */
export interface Entry extends Place {
  /** Length of its rows in the part; 0 where it has none. */
  readonly bytes: number;
  readonly problem?: Problem;
}

/** What must be alike in all parts of a run, and which of them this is. */
export interface PartHead {
  /** Version of this layout. */
  readonly part: typeof LAYOUT;
  readonly command: string;
  /** `csv`, `tsv`, `ndjson` */
  readonly format: string;
  readonly version: string;
  /** Hash of the lexicon. */
  readonly lexicon: string;
  readonly shard: Shard;
  /** The options that change what is written. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputs: InputsDigest;
}

/** What is known once the part is whole. */
export interface PartEnd {
  readonly visits: number;
  readonly problems: number;
  /** Length of the header row. */
  readonly header: number;
  /** Length of the part's file, and its SHA-256 in hex. */
  readonly bytes: number;
  readonly sha256: string;
}

export const LAYOUT = 1;

const ENDING = '.part.json';

/** The file that lies beside a part and says what is in it. */
export function sheetOf(part: string): string {
  return `${part}${ENDING}`;
}

/** The part, whichever of the two files is named. */
export function partOf(path: string): string {
  return path.endsWith(ENDING) ? path.slice(0, -ENDING.length) : path;
}
