import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

const LINE_END = 10;
const CHUNK = 1 << 20;
/** Hex digits of the SHA-256 before each line. */
const SEAL = 12;

/** A record as a line, with the beginning of its SHA-256 before it, so that half of a line is not taken for one. */
export function lineOf(record: object): string {
  const json = JSON.stringify(record);
  return `${sealOf(json)} ${json}\n`;
}

/** The whole lines of a file up to the first that is torn, and where each ends in it, in bytes. */
export function* linesIn(path: string): Generator<{ readonly record: object; readonly end: number }> {
  let end = 0;
  for (const line of rawLines(path)) {
    const json = line.toString('utf8', SEAL + 1);
    if (line.toString('latin1', 0, SEAL) !== sealOf(json)) return;
    end += line.length + 1;
    yield { record: JSON.parse(json), end };
  }
}

/** Lines without their ends; what stands after the last one is left out. */
function* rawLines(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    let rest: Buffer[] = [];
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const bytes = chunk.subarray(0, readSync(file, chunk, 0, CHUNK, null));
      if (bytes.length === 0) return;
      let from = 0;
      for (let to = bytes.indexOf(LINE_END); to >= 0; to = bytes.indexOf(LINE_END, from)) {
        yield Buffer.concat([...rest, bytes.subarray(from, to)]);
        rest = [];
        from = to + 1;
      }
      rest.push(bytes.subarray(from));
    }
  } finally {
    closeSync(file);
  }
}

function sealOf(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, SEAL);
}
