import type { Condition } from './condition.ts';

export const echo: Condition = {
  id: 'echo',
  costly: true,
  about: "A content word of the sentence was said in the patient's last floor.",
  test: ({ memory, position, text, sentence }) => {
    const stems = memory.stemsIn(text, sentence.head, sentence.to);
    return memory.floorBefore(position).some((p) => stems.some((s) => memory.stemsOf(p).has(s)));
  },
};
