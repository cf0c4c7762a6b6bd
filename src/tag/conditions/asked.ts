import type { Condition } from './condition.ts';

export const asked: Condition = {
  id: 'asked',
  ofForm: true,
  about: 'The sentence has the form of a question: a verb before its subject, an interrogative, a short `any pain`.',
  test: ({ sentence }) => sentence.form === 'asked',
};
