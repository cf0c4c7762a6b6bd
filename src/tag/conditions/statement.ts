import type { Condition } from './condition.ts';

export const statement: Condition = {
  id: 'statement',
  about: 'The sentence is no question.',
  test: ({ sentence }) => sentence.question === 'no',
};
