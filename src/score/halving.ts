/** The first of the numbers 0 to `count` that a test holds for, where it holds for all after it too; `count` where for none. */
export function firstWhere(count: number, test: (k: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
