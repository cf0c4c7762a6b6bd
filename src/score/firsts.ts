/** What comes first in a sequence: of all that count for anybody, and of those that count for who shares a stem with them. */
export interface Firsts<T, S> {
  any?: Found<T>;
  readonly byStem: Map<S, Found<T>>;
}

interface Found<T> {
  readonly order: number;
  readonly value: T;
}

/** An empty sequence; with `beside`, one that has its stems in common with another. */
export function noFirsts<T, S>(beside?: Firsts<T, S>): Firsts<T, S> {
  return { byStem: beside?.byStem ?? new Map() };
}

/** Adds the next of a sequence, that of `order`, for all. */
export function addForAll<T, S>(firsts: Firsts<T, S>, order: number, value: T): void {
  firsts.any ??= { order, value };
}

/** Adds the next of a sequence, that of `order`, for those who share one of its stems. */
export function addForStems<T, S>(firsts: Firsts<T, S>, order: number, value: T, stems: Iterable<S>): void {
  for (const stem of stems) if (!firsts.byStem.has(stem)) firsts.byStem.set(stem, { order, value });
}

/** The first that counts for somebody with these stems. */
export function firstFor<T, S>({ any, byStem }: Firsts<T, S>, stems: ReadonlySet<S>): T | undefined {
  let first = any;
  for (const stem of stems) {
    const found = byStem.get(stem);
    if (found && (!first || found.order < first.order)) first = found;
  }
  return first?.value;
}
