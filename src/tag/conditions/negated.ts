import { anyOf, type Condition } from './condition.ts';

/** A negation reaches so many words forward. */
const REACH = 4;

export const negated: Condition = {
  id: 'negated',
  about: 'A negation stands in the match or up to four words before it, in the same sentence.',
  test: ({ sentence, hit, text, lists }) =>
    anyOf(lists.Negation, text, Math.max(sentence.from, hit.from - REACH), hit.to),
};
