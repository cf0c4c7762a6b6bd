import type { Condition } from './condition.ts';

export const lastSentence: Condition = {
  id: 'last-sentence',
  about: 'No sentence follows in the turn.',
  test: ({ text, sentence }) => sentence.to === text.to,
};
