import type { Condition } from './condition.ts';

/** A question is given up to its asker where so many words of statement follow. */
const WORDS = 7;

export const selfAnswered: Condition = {
  id: 'self-answered',
  costly: true,
  about: 'The speaker goes on in the same turn with a statement of seven words or more and asks nothing after it.',
  test: ({ text: { sentences }, hit }) => {
    let words = 0;
    for (let k = hit.sentence + 1; k < sentences.length; k += 1) {
      const { from, to, question } = sentences[k];
      if (question !== 'no') return false;
      words += to - from;
    }
    return words >= WORDS;
  },
};
