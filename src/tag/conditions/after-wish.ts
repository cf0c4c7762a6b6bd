import { takes } from '../../lexicon/vocabulary.ts';
import { type Condition, spokenFloor } from './condition.ts';

export const afterWish: Condition = {
  id: 'after-wish',
  about:
    "The other side's last floor asks for a wish or a choice: an `sdm.preferences` moment, or words of the list WishAsked; back-channels are passed over.",
  test: (context) => {
    const { memory, turns, lexicon, vocabulary } = context;
    const index = lexicon.lists.WishAsked;
    const asked = index === undefined ? undefined : vocabulary.set(index);
    return spokenFloor(context).some((p) => {
      if (memory.codesOf(p).has('sdm.preferences')) return true;
      const { ids } = turns[p];
      for (let k = 0; asked && k < ids.length; k += 1) if (takes(asked, ids, k, ids.length) > 0) return true;
      return false;
    });
  },
};
