import type { Text } from './text.ts';

/** Where an identifier stands, in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A kind of identifier: one const object a file, listed in index.ts. */
export interface Kind {
  readonly id: string;
  /** `names` are those learned from the whole visit. */
  readonly find: (text: Text, names: ReadonlySet<string>) => Iterable<Span>;
}

/** The spans of a pattern's matches, or of its first group where it has one; the pattern needs the flags `g` and `d`. */
export function* matches(pattern: RegExp, text: string): Generator<Span> {
  for (const found of text.matchAll(pattern)) {
    const at = found.indices?.[1] ?? found.indices?.[0];
    if (at && at[1] > at[0]) yield { start: at[0], end: at[1] };
  }
}
