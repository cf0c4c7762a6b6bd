import { heard as isHeard, stemsIn } from '../memory.ts';
import type { Condition } from './condition.ts';

export const heard: Condition = {
  id: 'heard',
  costly: true,
  about: 'At least half of the content words of the sentence have been said by the patient in this visit.',
  test: ({ memory, position, text, sentence }) => {
    const stems = stemsIn(memory, text, sentence.head, sentence.to);
    if (stems.length === 0) return false;
    return stems.filter((s) => isHeard(memory, s, position)).length * 2 >= stems.length;
  },
};
