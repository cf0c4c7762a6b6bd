import type { Condition } from './condition.ts';

/** An invitation is remembered over so many turns. */
const TURNS = 5;

export const afterQuestionsInvited: Condition = {
  id: 'after-questions-invited',
  costly: true,
  about: 'Questions were invited in one of the five turns before.',
  test: ({ memory, position }) => {
    for (let back = position - 1; back >= 0 && position - back <= TURNS; back -= 1) {
      if (memory.codesOf(back).has('sdm.check.questions')) return true;
    }
    return false;
  },
};
