/** A moment before it is written out: terms [from, to) of a turn, with the order of its rule. */
export interface Candidate {
  readonly code: string;
  readonly rule: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Within a turn: of one code, candidates are taken by start, then longer, then rule order, and one that shares a word
 * with one kept is dropped; then a code's moments yield to those of a code that stands over it on the same words.
 */
export function resolve(candidates: readonly Candidate[], over: ReadonlyMap<string, readonly string[]>): Candidate[] {
  const byCode = new Map<string, Candidate[]>();
  const sorted = [...candidates].sort((a, b) => a.from - b.from || b.to - a.to || a.rule - b.rule);
  for (const candidate of sorted) {
    const kept = byCode.get(candidate.code);
    if (!kept) byCode.set(candidate.code, [candidate]);
    else if (kept[kept.length - 1].to <= candidate.from) kept.push(candidate);
  }
  const all = [...byCode.values()].flat();
  const yields = (c: Candidate): boolean =>
    all.some((o) => o !== c && o.from < c.to && c.from < o.to && (over.get(o.code)?.includes(c.code) ?? false));
  return all
    .filter((c) => !yields(c))
    .sort((a, b) => a.from - b.from || a.to - b.to || compare(a.code, b.code) || a.rule - b.rule);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
