import { anyOf, type Condition } from './condition.ts';

/** A question is given up to its asker where a statement of so many words comes next. */
const WORDS = 5;

export const ownAnswer: Condition = {
  id: 'own-answer',
  costly: true,
  about:
    'A what, how or why that speaks of nobody present, after which the speaker goes on with a statement: a question put for its answer.',
  test: (context) => {
    const { text, sentence } = context;
    if (!anyOf(context, 'Interrogative', sentence.head, sentence.head + 1)) return false;
    if (anyOf(context, 'SecondPerson', sentence.head, sentence.to)) return false;
    const next = text.sentences.find((s) => s.from >= sentence.to && s.form !== 'asked');
    return (
      next !== undefined && next.to - next.from >= WORDS && !anyOf(context, 'SecondPerson', next.head, next.head + 1)
    );
  },
};
