import { anyOf, type Condition } from './condition.ts';

const REACH = 8;

export const hypothetical: Condition = {
  id: 'hypothetical',
  about: 'An if, unless or in case stands before the match, in the same sentence.',
  test: ({ sentence, hit, text, lists }) =>
    anyOf(lists.Supposing, text, Math.max(sentence.from, hit.from - REACH), hit.from),
};
