import { anyOf, type Condition } from './condition.ts';

export const abandoned: Condition = {
  id: 'abandoned',
  about:
    'Six words or fewer, without a question mark, that break off where a sentence cannot end (did you … do you have any …).',
  test: (context) => {
    const { sentence } = context;
    return (
      sentence.mark !== '?' &&
      sentence.to - sentence.head <= 6 &&
      anyOf(context, 'Unfinished', sentence.to - 1, sentence.to)
    );
  },
};
