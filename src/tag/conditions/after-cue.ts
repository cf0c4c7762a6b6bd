import type { Condition } from './condition.ts';

export const afterCue: Condition = {
  id: 'after-cue',
  costly: true,
  about: 'The patient has given a cue in one of the twelve turns before.',
  test: ({ memory, position }) => {
    for (let back = position - 1; back >= 0 && position - back <= 12; back -= 1) {
      if (memory.codesOf(back).has('patient.cue')) return true;
    }
    return false;
  },
};
