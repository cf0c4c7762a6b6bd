import { anyOf, type Condition } from './condition.ts';

const REACH = 4;

export const negatedBefore: Condition = {
  id: 'negated-before',
  about: 'A negation stands up to four words before the match, in the same sentence.',
  test: (context) =>
    anyOf(context, 'Negation', Math.max(context.sentence.from, context.hit.from - REACH), context.hit.from),
};
