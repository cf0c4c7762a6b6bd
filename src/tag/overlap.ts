/** A moment before it is written out: terms [from, to) of a turn, with the order of its rule. */
export interface Candidate {
  readonly code: string;
  readonly rule: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Within a turn: of one code, candidates are taken by start, then longer, then rule order, and one that shares a word
 * with one kept is dropped; then a code's moments yield to those of a code that stands over it on the same words. Sorts the list
 * that it is given.
 */
export function resolve(candidates: Candidate[], over: ReadonlyMap<string, readonly string[]>): Candidate[] {
  if (candidates.length < 2) return candidates;
  sort(candidates, (a, b) => a.from - b.from || b.to - a.to || a.rule - b.rule);
  const kept: Candidate[] = [];
  /** Kept candidates of the codes that stand over others. */
  const ruling = new Map<string, Candidate[]>();
  const reached = new Map<string, number>();
  for (const candidate of candidates) {
    const { code, from, to } = candidate;
    if ((reached.get(code) ?? 0) > from) continue;
    reached.set(code, to);
    kept.push(candidate);
    if ((over.get(code)?.length ?? 0) === 0) continue;
    const those = ruling.get(code);
    if (those) those.push(candidate);
    else ruling.set(code, [candidate]);
  }
  const left = yielded(kept, ruling, over);
  sort(left, (a, b) => a.from - b.from || a.to - b.to || compare(a.code, b.code) || a.rule - b.rule);
  return left;
}

/** Leaves out what yields. Those of one code share no word and come by their start, as all do: one walk for each code. */
function yielded(
  kept: Candidate[],
  ruling: ReadonlyMap<string, readonly Candidate[]>,
  over: ReadonlyMap<string, readonly string[]>,
): Candidate[] {
  let left = kept;
  for (const [code, those] of ruling) {
    const under = over.get(code) ?? [];
    let at = 0;
    left = left.filter((candidate) => {
      while (at < those.length && those[at].to <= candidate.from) at += 1;
      return at === those.length || those[at].from >= candidate.to || !under.includes(candidate.code);
    });
  }
  return left;
}

/** Sorts in place what is not in order already, as it mostly is. */
function sort(list: Candidate[], order: (a: Candidate, b: Candidate) => number): void {
  for (let k = 1; k < list.length; k += 1) {
    if (order(list[k - 1], list[k]) <= 0) continue;
    list.sort(order);
    return;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
