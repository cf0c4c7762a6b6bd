import { takes } from '../../lexicon/vocabulary.ts';
import type { Condition } from './condition.ts';

/** The longest ending is `if you know what i mean`. */
const LONGEST = 6;

export const asks: Condition = {
  id: 'asks',
  about: 'The sentence is a question, and more than a statement with `you know?` or `right?` after it.',
  test: ({ sentence, text, lexicon, vocabulary }) => {
    if (sentence.question === 'no') return false;
    const index = lexicon.lists.TagEnding;
    if (index === undefined) return true;
    const endings = vocabulary.set(index);
    for (let k = Math.max(sentence.head + 1, sentence.to - LONGEST); k < sentence.to; k += 1) {
      if (k + takes(endings, text.terms, k, sentence.to) === sentence.to) return false;
    }
    return true;
  },
};
