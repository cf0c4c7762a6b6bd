import type { Condition } from './condition.ts';

export const bare: Condition = {
  id: 'bare',
  ofForm: true,
  about: 'The sentence was cut without an end mark: speech written without punctuation.',
  test: ({ sentence }) => sentence.mark === '',
};
