import { anyOf, type Condition } from './condition.ts';

/** A question is given up to its asker where a statement of so many words comes next. */
const WORDS = 5;

export const ownAnswer: Condition = {
  id: 'own-answer',
  costly: true,
  about:
    'A what, how or why that speaks of nobody present, after which the speaker goes on with a statement: a question put for its answer.',
  test: ({ text, sentence, hit, lists }) => {
    const { Interrogative, SecondPerson } = lists;
    if (!anyOf(Interrogative, text, sentence.head, sentence.head + 1)) return false;
    if (anyOf(SecondPerson, text, sentence.head, sentence.to)) return false;
    const { sentences } = text;
    for (let k = hit.sentence + 1; k < sentences.length; k += 1) {
      const next = sentences[k];
      if (next.form !== 'asked') {
        return next.to - next.from >= WORDS && !anyOf(SecondPerson, text, next.head, next.head + 1);
      }
    }
    return false;
  },
};
