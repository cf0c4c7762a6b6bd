import type { Lexicon, Patterns, WordSets } from './types.ts';

/** Where in the bytes behind the JSON a list of numbers, or a text, stands; `width` is the bytes of a number. */
interface Stored {
  readonly at: number;
  readonly size: number;
  readonly width: 1 | 2 | 4;
}

const LINE_END = 10;

/**
 * Writes a compiled lexicon, or one yet without its hash: a line of JSON, and behind it the bytes of its lists of numbers
 * and of the patterns' texts, which need no parsing.
 */
export function packLexicon(lexicon: Omit<Lexicon, 'hash'>): Buffer {
  const pieces: Buffer[] = [];
  let at = 0;
  const keep = (bytes: Buffer, width: Stored['width']): Stored => {
    const stored = { at, size: bytes.length, width };
    pieces.push(bytes);
    at += bytes.length;
    return stored;
  };
  const json = JSON.stringify(lexicon, (key, value: unknown) => {
    if (key === 'texts') return keep(Buffer.from(value as string), 1);
    if (!(value instanceof Int32Array)) return value;
    const narrow = value.every((n) => n === (n << 16) >> 16);
    return keep(Buffer.from((narrow ? Int16Array.from(value) : value).buffer), narrow ? 2 : 4);
  });
  return Buffer.concat([Buffer.from(`${json}\n`), ...pieces]);
}

/** Reads back what `packLexicon` wrote. */
export function unpackLexicon(packed: Buffer): Lexicon {
  const end = packed.indexOf(LINE_END);
  const bytes = packed.subarray(end + 1);
  const lexicon = JSON.parse(packed.toString('utf8', 0, end)) as Lexicon;
  return {
    ...lexicon,
    sets: restored<WordSets>(lexicon.sets, bytes),
    patterns: restored<Patterns>(lexicon.patterns, bytes),
  };
}

function restored<T extends object>(from: T, bytes: Buffer): T {
  const made = {};
  for (const [name, value] of Object.entries(from) as [string, Stored | readonly string[]][]) {
    if (!('width' in value)) Object.assign(made, { [name]: value });
    else if (value.width > 1) Object.assign(made, { [name]: numbersOf(value, bytes) });
    // Read when asked for: scoring never does.
    else Object.defineProperty(made, name, { get: () => bytes.toString('utf8', value.at, value.at + value.size) });
  }
  return made as T;
}

function numbersOf({ at, size, width }: Stored, bytes: Buffer): Int32Array {
  // Copied, since the bytes begin anywhere; their order is little-endian wherever Node runs.
  const { buffer } = Uint8Array.prototype.slice.call(bytes, at, at + size);
  return width === 2 ? new Int32Array(new Int16Array(buffer)) : new Int32Array(buffer);
}
