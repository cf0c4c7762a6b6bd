import { anyOf, type Condition } from './condition.ts';

const REACH = 8;

export const ofAnother: Condition = {
  id: 'of-another',
  about:
    'The person named last before the match, in the same sentence, is neither of the two who speak (she is worried).',
  test: (context) => {
    const { sentence, hit } = context;
    const last = Math.max(sentence.from, hit.from - REACH);
    for (let k = hit.from - 1; k >= last; k -= 1) {
      if (anyOf(context, 'Self', k, k + 1)) return false;
      if (anyOf(context, 'ThirdPerson', k, k + 1)) return true;
    }
    return false;
  },
};
