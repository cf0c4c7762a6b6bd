import type { Condition } from './condition.ts';

export const marked: Condition = {
  id: 'marked',
  ofForm: true,
  about: 'The sentence ends on a question mark.',
  test: ({ sentence }) => sentence.mark === '?',
};
