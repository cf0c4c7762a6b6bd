import type { Condition } from './condition.ts';

export const statement: Condition = {
  id: 'statement',
  ofForm: true,
  about: 'The sentence is no question.',
  test: ({ sentence }) => sentence.question === 'no',
};
