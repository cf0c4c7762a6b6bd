import { anyOf, type Condition } from './condition.ts';

/** A negation reaches so many words forward, and through `don't think` or `don't feel` so many more. */
const REACH = 4;
const FARTHER = 9;

export const denied: Condition = {
  id: 'denied',
  about:
    'A negation governs the match: up to four words before it (nine for `I don’t think`), no comma or new clause between.',
  test: (context) => {
    const { text, sentence, hit, lists } = context;
    const last = Math.max(sentence.from, hit.from - FARTHER);
    for (let k = hit.from - 1; k >= last; k -= 1) {
      if (text.terms.gaps[k + 1] > 0 || anyOf(lists.TurnAway, text, k, k + 1)) return false;
      // An answer's own "no" before the statement denies only the word it stands at.
      if (k < sentence.head && k + 1 < hit.from) return false;
      if (!anyOf(lists.Negation, text, k, k + 1)) continue;
      const near = hit.from - k <= REACH;
      if (near ? !anyOf(lists.NoDenial, text, k + 1, k + 2) : anyOf(lists.Opinion, text, k + 1, k + 3)) return true;
    }
    return false;
  },
};
