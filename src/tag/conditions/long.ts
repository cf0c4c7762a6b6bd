import type { Condition } from './condition.ts';

export const long: Condition = {
  id: 'long',
  about: 'The sentence has more than twenty-five words.',
  test: ({ sentence }) => sentence.to - sentence.head > 25,
};
