import { isUtf8 } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAt, unreadable } from './batch/bytes.ts';
import type { Input } from './batch/inputs.ts';
import type { Slice } from './batch/task.ts';
import type { Problem } from './problem.ts';
import { type Cutter, cutter, type Piece } from './read/cutter.ts';
import { decodeAs, encodingOf, isDamagedUtf8 } from './read/encoding.ts';
import { readerOf } from './read/read.ts';
import { partsOf, type Reading } from './slices.ts';

/** So much tells the format, where `--from` does not. */
const HEAD = 64 << 10;
/** More than this is laid down in a file that nobody else can open. */
const HELD = 8 << 20;

/**
 * Standard input in slices: JSON lines as they come, anything else when all of it is there. `chunks` are its bytes.
 */
export async function* stdinSlices(
  chunks: AsyncIterable<Uint8Array>,
  input: Input,
  reading: Reading,
  size: number,
  isOver: () => boolean,
): AsyncGenerator<Slice | Problem> {
  const held: Uint8Array[] = [];
  let length = 0;
  let spool: number | undefined;
  let cut: Cutter | undefined;
  let isTried = false;
  try {
    for await (const chunk of chunks) {
      if (cut) {
        for (const piece of cut.push(chunk)) yield sliceOf(input, piece);
        continue;
      }
      held.push(chunk);
      length += chunk.length;
      if (!isTried && (reading.from === 'ndjson' || length >= HEAD)) {
        isTried = true;
        const head = Buffer.concat(held);
        cut = lineCutter(head, input, reading);
        if (!cut) continue;
        held.length = 0;
        for (const piece of cut.push(head.subarray(encodingOf(head).mark))) yield sliceOf(input, piece);
      } else if (length > HELD) {
        spool ??= openSpool();
        for (const one of held.splice(0)) writeSync(spool, one);
      }
    }
    if (cut) {
      const last = cut.end();
      if (last) yield sliceOf(input, last);
      return;
    }
    if (spool === undefined) {
      yield { ...input, bytes: length, content: Buffer.concat(held) };
      return;
    }
    for (const one of held) writeSync(spool, one);
    const whole = { ...input, bytes: length };
    const parts = await partsOf(spool, whole, reading, size, isOver);
    if (parts === undefined) yield { ...whole, content: readAt(spool, 0, length) };
    else if ('code' in parts) yield parts;
    else {
      for (const part of parts) {
        yield { ...input, bytes: part.to - part.from, part, content: readAt(spool, part.from, part.to) };
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    yield unreadable(input.name, error);
  } finally {
    if (spool !== undefined) closeSync(spool);
  }
}

/** Cuts JSON lines wherever that can be done, so that none waits for the next; undefined for another format. */
function lineCutter(head: Uint8Array, input: Input, reading: Reading): Cutter | undefined {
  const { encoding, mark } = encodingOf(head);
  const source = { name: input.name, id: input.id, ending: '', text: decodeAs(head.subarray(mark), encoding) };
  const reader = readerOf(source, reading);
  const plan = reader?.id === 'ndjson' ? reader.cut?.(source, reading, true) : undefined;
  return plan && cutter(plan, encoding, mark, 1);
}

/** What is no UTF-8 is told piece by piece here: nobody can wait for the end of a pipe. */
function sliceOf(input: Input, { from, to, bytes, before }: Piece): Slice {
  const isOther = before.encoding === 'utf-8' && !isUtf8(bytes) && !isDamagedUtf8(bytes);
  const part = { from, to, before: isOther ? { ...before, encoding: 'windows-1252' } : before };
  // A view would be sent with all that stands about it.
  return { ...input, bytes: bytes.length, part, content: Uint8Array.from(bytes) };
}

/** A file without a name, for this process alone. */
function openSpool(): number {
  const path = join(tmpdir(), `bedside-${randomBytes(12).toString('hex')}`);
  const file = openSync(path, 'wx+', 0o600);
  rmSync(path);
  return file;
}
