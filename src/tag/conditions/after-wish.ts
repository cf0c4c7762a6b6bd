import { takes } from '../../lexicon/vocabulary.ts';
import { isTold, TOLD } from '../memory.ts';
import { type Condition, spokenFloor } from './condition.ts';

export const afterWish: Condition = {
  id: 'after-wish',
  costly: true,
  about:
    "The other side's last floor asks for a wish or a choice: an `sdm.preferences` moment, or words of the list WishAsked; back-channels are passed over.",
  test: (context) => {
    const { memory, turns, lexicon, vocabulary } = context;
    const floor = spokenFloor(context);
    if (isTold(memory, floor, TOLD.preferences)) return true;
    const index = lexicon.lists.WishAsked;
    if (index === undefined) return false;
    const asked = vocabulary.set(index);
    for (let p = floor.from; p < floor.to; p += 1) {
      const { terms, from, to } = turns[p];
      for (let k = from; k < to; k += 1) if (takes(asked, terms, k, to) > 0) return true;
    }
    return false;
  },
};
