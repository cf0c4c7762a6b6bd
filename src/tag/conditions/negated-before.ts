import { anyOf, type Condition } from './condition.ts';

const REACH = 4;

export const negatedBefore: Condition = {
  id: 'negated-before',
  about: 'A negation stands up to four words before the match, in the same sentence.',
  test: ({ sentence, hit, text, lists }) =>
    anyOf(lists.Negation, text, Math.max(sentence.from, hit.from - REACH), hit.from),
};
