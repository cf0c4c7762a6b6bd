import { floorBefore, isTold, TOLD } from '../memory.ts';
import type { Condition } from './condition.ts';

export const afterOpen: Condition = {
  id: 'after-open',
  costly: true,
  about: "The other side's last floor holds an open question.",
  test: ({ memory, position }) => isTold(memory, floorBefore(memory, position), TOLD.openQuestion),
};
