import type { Condition } from './condition.ts';

export const brief: Condition = {
  id: 'brief',
  about: 'The sentence has four words or fewer.',
  test: ({ sentence }) => sentence.to - sentence.head <= 4,
};
