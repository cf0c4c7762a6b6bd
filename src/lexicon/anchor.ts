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
  let anchor = -1;
  let least = Number.POSITIVE_INFINITY;
  let before: [number, number] = [0, 0];
  let fewest = 0;
  let most = 0;
  for (const [index, element] of elements.entries()) {
    if (element.kind === 'set' && element.min > 0) {
      const w = weight(element.set);
      if (w < least) {
        least = w;
        anchor = index;
        before = [fewest, most];
      }
    }
    fewest += element.min;
    most += element.max * (element.kind === 'set' ? longest(element.set) : 1);
  }
  return { anchor, before };
}
