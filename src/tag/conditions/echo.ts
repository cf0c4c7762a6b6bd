import type { Condition } from './condition.ts';

export const echo: Condition = {
  id: 'echo',
  costly: true,
  about: "A content word of the sentence was said in the patient's last floor.",
  test: ({ memory, position, text, sentence }) => {
    const stems = memory.stemsIn(text, sentence.head, sentence.to);
    const floor = memory.floorBefore(position);
    return stems.some((s) => memory.isSaidIn(floor, s));
  },
};
