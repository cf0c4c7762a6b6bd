/** A quote as it is compared: one space between words, lower case, as code points. */
export function comparable(quote: string): string[] {
  return [...quote.split(/\s+/).filter(Boolean).join(' ').toLowerCase()];
}

/** Length of the longest stretch that two texts share. */
function longestShared(a: readonly string[], b: readonly string[]): number {
  let best = 0;
  let before = new Uint32Array(b.length + 1);
  let now = new Uint32Array(b.length + 1);
  for (const character of a) {
    for (let j = 0; j < b.length; j++) {
      now[j + 1] = character === b[j] ? before[j] + 1 : 0;
      if (now[j + 1] > best) best = now[j + 1];
    }
    [before, now] = [now, before];
  }
  return best;
}

/** The longest stretch that two quotes share, as a share of the shorter one; 0 where one is empty. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  return longestShared(a, b) / Math.max(1, Math.min(a.length, b.length));
}

/**
 * How many moments of one turn and code two coders have in common: in the first's order, each takes of the second's left
 * the one that overlaps most, if by more than half.
 */
export function matches(first: readonly string[], second: readonly string[]): number {
  const left = second.map(comparable);
  let matched = 0;
  for (const quote of first.map(comparable)) {
    let best = -1;
    let most = 0.5;
    left.forEach((other, i) => {
      const shared = overlap(quote, other);
      if (shared > most) [best, most] = [i, shared];
    });
    if (best < 0) continue;
    left.splice(best, 1);
    matched++;
  }
  return matched;
}
