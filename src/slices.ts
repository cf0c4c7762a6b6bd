import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { readAt, unreadable } from './batch/bytes.ts';
import type { Input } from './batch/inputs.ts';
import { pauses } from './batch/pace.ts';
import type { Slice } from './batch/task.ts';
import type { Problem } from './problem.ts';
import { documentKind } from './read/bytes.ts';
import { cutter } from './read/cutter.ts';
import { decodeAs, type Encoding, encodingOf } from './read/encoding.ts';
import { examination } from './read/examine.ts';
import { readerOf } from './read/read.ts';
import type { Before, CutPlan, ReadOptions } from './read/reader.ts';

export type Reading = ReadOptions & { readonly from?: string };

/** So much of a file tells how it is cut. */
const HEAD = 2 << 20;
const BLOCK = 256 << 10;
/** A visit larger than this is not looked for further: the file is read whole. */
const LONGEST = 256 << 20;
/** One control character in so many bytes is surely fewer than `decode` lets pass. */
const RARE = 200;
/** JSON has to be held whole, and takes several times its size. */
const LARGEST_JSON = 256 << 20;

/** A part of a file, with what stands before it. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly before: Before;
  /** With the first, where it is wanted: of the whole file. */
  readonly sha256?: string;
}

/**
 * Cuts a file into parts of at least `size` bytes that can be read by themselves, and give together what the whole would give.
 * The whole, where it cannot be cut; a Problem where it can neither be cut nor be read whole. With `wantsSum` the first part
 * comes with the hash of the file.
 */
export async function cutFile(
  input: Input,
  reading: Reading,
  size: number,
  isOver: () => boolean = () => false,
  wantsSum = false,
): Promise<readonly Slice[] | Problem> {
  try {
    const file = openSync(input.path, 'r');
    try {
      const hashes = wantsSum ? () => createHash('sha256') : undefined;
      const parts = await partsOf(file, input, reading, size, isOver, hashes);
      if (parts === undefined) return [input];
      if ('code' in parts) return parts;
      return parts.map(({ sha256, ...part }) => {
        const slice = { ...input, bytes: part.to - part.from, part };
        return sha256 === undefined ? slice : { ...slice, sum: { path: input.path, bytes: input.bytes, sha256 } };
      });
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return unreadable(input.name, error);
  }
}

/** The parts of an open file; undefined where it is to be read whole. */
export async function partsOf(
  file: number,
  input: Input,
  reading: Reading,
  size: number,
  isOver: () => boolean,
  hashes?: () => Hash,
): Promise<readonly Part[] | Problem | undefined> {
  const head = readAt(file, 0, Math.min(input.bytes, HEAD));
  if (documentKind(head)) return undefined;
  const { encoding: first, mark } = encodingOf(head);
  let encoding: Encoding = first;
  for (let quotes = true; ; ) {
    const text = decodeAs(head.subarray(mark), encoding);
    const source = { name: input.name, id: input.id, ending: input.ending, text };
    const reader = readerOf(source, reading);
    if (reader?.id === 'json' && input.bytes > LARGEST_JSON) return tooLarge(input.name);
    const plan = reader?.cut?.(source, reading, quotes);
    if (!plan) return undefined;
    const hash = hashes?.().update(head.subarray(0, mark));
    const found = await scan(file, input.bytes, plan, { encoding, mark, size, isOver, hash });
    if (found === undefined) return undefined;
    if (found.encoding !== encoding) encoding = found.encoding;
    else if (found.isBroken) {
      if (!quotes || plan.format !== 'tsv') return undefined;
      quotes = false;
    } else if (found.parts.length < 2 || found.items < 2) return undefined;
    else {
      const [first, ...rest] = found.parts;
      return hash ? [{ ...first, sha256: hash.digest('hex') }, ...rest] : found.parts;
    }
  }
}

interface Scanned {
  readonly encoding: Encoding;
  readonly isBroken: boolean;
  readonly items: number;
  readonly parts: readonly Part[];
}

/** Reads through a file for places to cut; undefined where it gave up. */
async function scan(
  file: number,
  bytes: number,
  plan: CutPlan,
  how: { encoding: Encoding; mark: number; size: number; isOver: () => boolean; hash?: Hash },
): Promise<Scanned | undefined> {
  const { encoding, mark, size, isOver, hash } = how;
  const pause = pauses();
  const cut = cutter(plan, encoding, mark, size);
  const examined = examination(encoding, mark > 0 || encoding.startsWith('utf-16'));
  const parts: Part[] = [];
  // Even, that no unit of UTF-16 is torn.
  const block = Math.max(2, Math.min(BLOCK, size) & ~1);
  for (let at = mark; at < bytes; at += block) {
    const piece = readAt(file, at, Math.min(bytes, at + block));
    examined.push(piece);
    hash?.update(piece);
    for (const { from, to, before } of cut.push(piece)) parts.push({ from, to, before });
    if (cut.isBroken() || cut.waiting() > LONGEST || isOver()) break;
    await pause();
  }
  // Where there may be too many control characters for a text, the whole decides.
  if (cut.waiting() > LONGEST || cut.controls() > bytes / RARE || isOver()) return undefined;
  if (encoding.startsWith('utf-16') && (bytes - mark) % 2 > 0) return undefined;
  const last = cut.end();
  if (last) parts.push({ from: last.from, to: last.to, before: last.before });
  const isBroken = cut.isBroken() || (cut.isOpen() && plan.format === 'tsv');
  return { encoding: cut.isBroken() ? encoding : examined.end(), isBroken, items: cut.items(), parts };
}

function tooLarge(file: string): Problem {
  return {
    code: 'json.too-large',
    file,
    what: 'a JSON file of more than 256 MB is not read, since it has to be held whole',
    fix: 'Export it as NDJSON, one visit a line.',
  };
}
