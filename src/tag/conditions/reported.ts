import { anyOf, type Condition } from './condition.ts';

const REACH = 6;

export const reported: Condition = {
  id: 'reported',
  about: 'Somebody else said it: a person and a verb of saying stand before the match (my sister said …).',
  test: (context) => {
    const { sentence, hit } = context;
    const from = Math.max(sentence.from, hit.from - REACH);
    return anyOf(context, 'OtherPerson', from, hit.from) && anyOf(context, 'Saying', from, hit.from);
  },
};
