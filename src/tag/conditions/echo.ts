import { floorBefore, isSaidIn, stemsIn } from '../memory.ts';
import type { Condition } from './condition.ts';

export const echo: Condition = {
  id: 'echo',
  costly: true,
  about: "A content word of the sentence was said in the patient's last floor.",
  test: ({ memory, position, text, sentence }) => {
    const floor = floorBefore(memory, position);
    return stemsIn(memory, text, sentence.head, sentence.to).some((s) => isSaidIn(memory, floor, s));
  },
};
