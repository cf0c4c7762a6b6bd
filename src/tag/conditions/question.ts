import type { Condition } from './condition.ts';

export const question: Condition = {
  id: 'question',
  ofForm: true,
  about: 'The sentence is a question, by its mark or by its form.',
  test: ({ sentence }) => sentence.question !== 'no',
};
