/** So many visits are named. */
export const NAMED = 20;

/** What is told of visits whose labels contradict what is said; `named` are the first of `count`. */
export function swapped(named: readonly string[], count: number): string {
  const what = count === 1 ? 'the labels of a visit contradict' : `the labels of ${count} visits contradict`;
  const more = count > NAMED ? ` and ${count - NAMED} more` : '';
  return `${what} what is said, clinician and patient may be swapped: ${named.join(', ')}${more}. Check them, or say who is who: --clinician LABEL`;
}
