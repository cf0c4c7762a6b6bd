import type { Condition } from './condition.ts';

/** A question is given up to its asker where so many words of statement follow. */
const WORDS = 7;

export const selfAnswered: Condition = {
  id: 'self-answered',
  costly: true,
  about: 'The speaker goes on in the same turn with a statement of seven words or more and asks nothing after it.',
  test: ({ text, sentence }) => {
    const after = text.sentences.filter((s) => s.from >= sentence.to);
    if (after.length === 0 || after.some((s) => s.question !== 'no')) return false;
    return after.reduce((n, s) => n + s.to - s.from, 0) >= WORDS;
  },
};
