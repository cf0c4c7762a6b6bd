/** What comes first in a sequence: of all that count for anybody, and of those that count for who shares a stem with them. */
export interface Firsts<T> {
  any: Found<T> | undefined;
  /** By stem; made with the first that has one. */
  byStem: Map<number, Found<T>> | undefined;
}

interface Found<T> {
  readonly order: number;
  readonly value: T;
}

/** An empty sequence. */
export function noFirsts<T>(): Firsts<T> {
  return { any: undefined, byStem: undefined };
}

/** Adds the next of a sequence, that of `order`, for all. */
export function addForAll<T>(firsts: Firsts<T>, order: number, value: T): void {
  firsts.any ??= { order, value };
}

/** Adds the next of a sequence, that of `order`, for those who share one of its stems. */
export function addForStems<T>(firsts: Firsts<T>, order: number, value: T, stems: readonly number[]): void {
  if (stems.length === 0) return;
  firsts.byStem ??= new Map();
  const { byStem } = firsts;
  const found = { order, value };
  for (const stem of stems) if (!byStem.has(stem)) byStem.set(stem, found);
}

/** The first that counts for somebody with these stems. */
export function firstFor<T>({ any, byStem }: Firsts<T>, stems: readonly number[]): T | undefined {
  let first = any;
  if (byStem) {
    for (const stem of stems) {
      const found = byStem.get(stem);
      if (found && (!first || found.order < first.order)) first = found;
    }
  }
  return first?.value;
}
