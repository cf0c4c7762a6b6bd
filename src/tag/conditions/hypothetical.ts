import { anyOf, type Condition } from './condition.ts';

const REACH = 8;

export const hypothetical: Condition = {
  id: 'hypothetical',
  about: 'An if, unless or in case stands before the match, in the same sentence.',
  test: (context) =>
    anyOf(context, 'Supposing', Math.max(context.sentence.from, context.hit.from - REACH), context.hit.from),
};
