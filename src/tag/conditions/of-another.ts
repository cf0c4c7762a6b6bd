import type { Condition } from './condition.ts';

const REACH = 8;

export const ofAnother: Condition = {
  id: 'of-another',
  about:
    'The person named last before the match, in the same sentence, is neither of the two who speak (she is worried).',
  test: ({ sentence, hit, text, lists }) => {
    const { Self, ThirdPerson } = lists;
    const { ids } = text.terms;
    const last = Math.max(sentence.from, hit.from - REACH);
    for (let k = hit.from - 1; k >= last; k -= 1) {
      if (Self[ids[k]] === 1) return false;
      if (ThirdPerson[ids[k]] === 1) return true;
    }
    return false;
  },
};
