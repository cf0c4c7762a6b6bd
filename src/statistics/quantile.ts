/**
 * The value below which the share `p` of ordered figures lies, in a straight line between the two nearest: type 7 of Hyndman &
 * Fan 1996, R's and numpy's own. NaN where there are none.
 */
export function quantile(sorted: readonly number[], p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}

/** The middle one of ordered figures, or the mean of the middle two. */
export function median(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Figures from the lowest to the highest; the list given stays as it is. */
export function ordered(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}
