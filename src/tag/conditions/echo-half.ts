import type { Condition } from './condition.ts';

export const echoHalf: Condition = {
  id: 'echo-half',
  costly: true,
  about: "At least half of the sentence's content words, and two of them, were said in the patient's last floor.",
  test: ({ memory, position, text, sentence }) => {
    const stems = memory.stemsIn(text, sentence.head, sentence.to);
    const floor = memory.floorBefore(position);
    const said = stems.filter((s) => memory.isSaidIn(floor, s)).length;
    return said >= 2 && said * 2 >= stems.length;
  },
};
