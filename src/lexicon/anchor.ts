import type { Element } from './types.ts';

/** A third need would seldom refuse what two have let pass. */
const NEEDS = 2;
/** Words met more often than so, per 10,000, are in too many sentences for their want to tell. */
const COMMON = 80;

/**
 * Picks the element whose words are met least in speech, of those that must be there: the scan waits for it. `before`
 * are the fewest and most terms that stand between a match's first term and the anchor. -1 where no element is a set.
 * `needs` are the next rarest.
 */
export function anchorOf(
  elements: readonly Element[],
  longest: (set: number) => number,
  weight: (set: number) => number,
): { anchor: number; before: [number, number]; needs: number[] } {
  const required = elements.flatMap((e, index) =>
    e.kind === 'set' && e.min > 0 ? [{ index, weight: weight(e.set) }] : [],
  );
  const [anchor = -1, ...others] = required.sort((a, b) => a.weight - b.weight).map(({ index }) => index);
  const needs = others.filter((index) => weight(elements[index].set) < COMMON).slice(0, NEEDS);
  const before: [number, number] = [0, 0];
  for (const { kind, set, min, max } of elements.slice(0, Math.max(0, anchor))) {
    before[0] += min;
    before[1] += max * (kind === 'set' ? longest(set) : 1);
  }
  return { anchor, before, needs };
}
