import { anyOf, type Condition } from './condition.ts';

const REACH = 4;

export const otherPerson: Condition = {
  id: 'other-person',
  about:
    'A person other than the two who speak stands in the match or up to four words before it (my mother is worried).',
  test: ({ sentence, hit, text, lists }) =>
    anyOf(lists.OtherPerson, text, Math.max(sentence.from, hit.from - REACH), hit.to),
};
