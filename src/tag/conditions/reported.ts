import { anyOf, type Condition } from './condition.ts';

const REACH = 6;

export const reported: Condition = {
  id: 'reported',
  about: 'Somebody else said it: a person and a verb of saying stand before the match (my sister said …).',
  test: ({ sentence, hit, text, lists }) => {
    const from = Math.max(sentence.from, hit.from - REACH);
    return anyOf(lists.OtherPerson, text, from, hit.from) && anyOf(lists.Saying, text, from, hit.from);
  },
};
