import type { Condition } from './condition.ts';

export const firstSentence: Condition = {
  id: 'first-sentence',
  about: 'No sentence stands before it in the turn.',
  test: ({ sentence, text }) => sentence.from === text.from,
};
