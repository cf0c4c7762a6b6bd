import { kinds } from './index.ts';
import type { Span } from './kind.ts';
import { mask } from './mask.ts';
import { namesTold, tellingWords } from './name.ts';
import { isCased, readText } from './text.ts';

/** An identifier found in a text, for whoever counts them. */
export interface Identifier extends Span {
  readonly kind: string;
}

/**
 * Masks what may tell who is spoken of: names, places, addresses, dates, ages over 89, telephone and record numbers, e-mail and
 * web addresses. The text keeps its length, in code points and in UTF-16 units. By rules and word lists: a help, which misses some and
 * takes some words for what they are not; no de-identification by the standard of any law.
 */
export function redact(text: string): string {
  return redactAll([text])[0];
}

/** Masks the texts of one visit: a name that one of them gives away is masked in all. `known` are names known beforehand, as they are
 * written, such as the speakers' labels. */
export function redactAll(texts: readonly string[], known: readonly string[] = []): string[] {
  return identify(texts, known).map((found, at) => mask(texts[at], found));
}

/** Finds the identifiers in the texts of one visit; their spans may overlap. */
export function identify(texts: readonly string[], known: readonly string[] = []): Identifier[][] {
  const cased = isCased(texts);
  const read = texts.map((text) => readText(text, cased));
  const names = new Set(known.flatMap((label) => [...tellingWords(readText(label, cased))]));
  for (const text of read) for (const told of namesTold(text)) names.add(told);
  if (cased) for (const { words } of read) for (const { base, capital } of words) if (!capital) names.delete(base);
  return read.map((text) =>
    kinds.flatMap(({ id, find }) => [...find(text, names)].map((span) => ({ kind: id, ...span }))),
  );
}
