import { takes } from '../../lexicon/vocabulary.ts';
import { type Condition, spokenFloor } from './condition.ts';

export const afterWish: Condition = {
  id: 'after-wish',
  costly: true,
  about:
    "The other side's last floor asks for a wish or a choice: an `sdm.preferences` moment, or words of the list WishAsked; back-channels are passed over.",
  test: (context) => {
    const { memory, turns, lexicon, vocabulary } = context;
    const index = lexicon.lists.WishAsked;
    const asked = index === undefined ? undefined : vocabulary.set(index);
    return spokenFloor(context).some((p) => {
      if (memory.codesOf(p).has('sdm.preferences')) return true;
      const { terms, from, to } = turns[p];
      for (let k = from; asked && k < to; k += 1) if (takes(asked, terms, k, to) > 0) return true;
      return false;
    });
  },
};
