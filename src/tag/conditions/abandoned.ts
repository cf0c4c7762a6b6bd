import { anyOf, type Condition } from './condition.ts';

export const abandoned: Condition = {
  id: 'abandoned',
  about:
    'Six words or fewer, without a question mark, that break off where a sentence cannot end (did you … do you have any …).',
  test: ({ sentence, text, lists }) =>
    sentence.mark !== '?' &&
    sentence.to - sentence.head <= 6 &&
    anyOf(lists.Unfinished, text, sentence.to - 1, sentence.to),
};
