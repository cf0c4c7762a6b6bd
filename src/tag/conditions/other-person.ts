import { anyOf, type Condition } from './condition.ts';

const REACH = 4;

export const otherPerson: Condition = {
  id: 'other-person',
  about:
    'A person other than the two who speak stands in the match or up to four words before it (my mother is worried).',
  test: (context) =>
    anyOf(context, 'OtherPerson', Math.max(context.sentence.from, context.hit.from - REACH), context.hit.to),
};
