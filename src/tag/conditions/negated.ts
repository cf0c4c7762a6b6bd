import { anyOf, type Condition } from './condition.ts';

/** A negation reaches so many words forward. */
const REACH = 4;

export const negated: Condition = {
  id: 'negated',
  about: 'A negation stands in the match or up to four words before it, in the same sentence.',
  test: (context) =>
    anyOf(context, 'Negation', Math.max(context.sentence.from, context.hit.from - REACH), context.hit.to),
};
