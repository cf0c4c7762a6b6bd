import type { Element } from './types.ts';

/**
 * Picks the element whose words are met least in speech, of those that must be there: the scan waits for it. `before`
 * are the fewest and most terms that stand between a match's first term and the anchor. -1 where no element is a set.
 */
export function anchorOf(
  elements: readonly Element[],
  longest: (set: number) => number,
  weight: (set: number) => number,
): { anchor: number; before: [number, number] } {
  const required = elements.flatMap((e, index) =>
    e.kind === 'set' && e.min > 0 ? [{ index, weight: weight(e.set) }] : [],
  );
  const [anchor = -1] = required.sort((a, b) => a.weight - b.weight).map(({ index }) => index);
  const before: [number, number] = [0, 0];
  for (const { kind, set, min, max } of elements.slice(0, Math.max(0, anchor))) {
    before[0] += min;
    before[1] += max * (kind === 'set' ? longest(set) : 1);
  }
  return { anchor, before };
}
