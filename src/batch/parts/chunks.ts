import { closeSync, openSync, readSync } from 'node:fs';

/**
 * Reads a file from its beginning to its end in chunks. It is open during a read only: a run may have more parts than a process
 * may have files open. Throws node's errors.
 */
export function* chunksOf(path: string, size: number): Generator<Buffer> {
  for (let at = 0; ; ) {
    const chunk = Buffer.allocUnsafe(size);
    const file = openSync(path, 'r');
    let count: number;
    try {
      count = readSync(file, chunk, 0, size, at);
    } finally {
      closeSync(file);
    }
    if (count === 0) return;
    at += count;
    yield chunk.subarray(0, count);
  }
}

/** The lines of a UTF-8 text that comes in chunks, without their line feeds. */
export function* linesOf(chunks: Iterable<Buffer>): Generator<string> {
  let waiting: Buffer[] = [];
  for (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
      waiting.push(chunk.subarray(from, to));
      yield Buffer.concat(waiting).toString();
      waiting = [];
      from = to + 1;
    }
    if (from < chunk.length) waiting.push(chunk.subarray(from));
  }
  if (waiting.length > 0) yield Buffer.concat(waiting).toString();
}

/** Hands bytes out of chunks: so many at a time, in the pieces in which they come; fewer where the file ends. */
export function takeFrom(chunks: Iterator<Buffer>): (count: number) => Generator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  return function* (count) {
    for (let left = count; left > 0; ) {
      if (rest.length === 0) {
        const next = chunks.next();
        if (next.done) return;
        rest = next.value;
      }
      const piece = rest.subarray(0, left);
      rest = rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  };
}
