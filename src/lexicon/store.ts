import type { Lexicon, Patterns, WordSets } from './types.ts';

/** A list of numbers as base64 of its bytes, which JSON reads at once where it would make a number a digit at a time. */
interface Packed {
  readonly bytes: 2 | 4;
  readonly base64: string;
}

/** Writes a compiled lexicon, or one yet without its hash, as JSON in ASCII: a byte a character is read fastest. */
export function packLexicon(lexicon: Omit<Lexicon, 'hash'>): string {
  const json = JSON.stringify(lexicon, (_, value: unknown) => (value instanceof Int32Array ? packed(value) : value));
  return json.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Reads back what `packLexicon` wrote. */
export function unpackLexicon(json: string): Lexicon {
  const stored = JSON.parse(json) as Lexicon;
  return {
    ...stored,
    sets: unpacked<WordSets>(stored.sets),
    patterns: unpacked<Patterns>(stored.patterns),
  };
}

function packed(numbers: Int32Array): Packed {
  const narrow = numbers.every((n) => n === (n << 16) >> 16);
  const { buffer } = narrow ? Int16Array.from(numbers) : numbers;
  return { bytes: narrow ? 2 : 4, base64: Buffer.from(buffer).toString('base64') };
}

function unpacked<T extends object>(stored: T): T {
  const entries = Object.entries(stored).map(([name, value]: [string, unknown]) => [
    name,
    isPacked(value) ? numbersOf(value) : value,
  ]);
  return Object.fromEntries(entries) as T;
}

function isPacked(value: unknown): value is Packed {
  return typeof value === 'object' && value !== null && 'base64' in value;
}

function numbersOf({ bytes, base64 }: Packed): Int32Array {
  // Copied, since a small buffer begins anywhere in a pool; the machine's byte order is little-endian wherever Node runs.
  const { buffer } = Uint8Array.from(Buffer.from(base64, 'base64'));
  return bytes === 2 ? Int32Array.from(new Int16Array(buffer)) : new Int32Array(buffer);
}
