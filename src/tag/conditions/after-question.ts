import { floorBefore } from '../memory.ts';
import type { Condition } from './condition.ts';

export const afterQuestion: Condition = {
  id: 'after-question',
  costly: true,
  about: "The other side's last floor ends on a question.",
  test: ({ memory, position, turns }) => {
    const { from, to } = floorBefore(memory, position);
    if (from === to) return false;
    const { sentences } = turns[to - 1];
    return sentences.length > 0 && sentences[sentences.length - 1].question !== 'no';
  },
};
