import { floorBefore, isSaidIn, stemsIn } from '../memory.ts';
import type { Condition } from './condition.ts';

export const echoHalf: Condition = {
  id: 'echo-half',
  costly: true,
  about: "At least half of the sentence's content words, and two of them, were said in the patient's last floor.",
  test: ({ memory, position, text, sentence }) => {
    const stems = stemsIn(memory, text, sentence.head, sentence.to);
    const floor = floorBefore(memory, position);
    const said = stems.filter((s) => isSaidIn(memory, floor, s)).length;
    return said >= 2 && said * 2 >= stems.length;
  },
};
