import type { Condition } from './condition.ts';

export const short: Condition = {
  id: 'short',
  about: 'The sentence has eight words or fewer.',
  test: ({ sentence }) => sentence.to - sentence.head <= 8,
};
