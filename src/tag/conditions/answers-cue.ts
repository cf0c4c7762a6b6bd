import { floorBefore, isTold, TOLD } from '../memory.ts';
import type { Condition } from './condition.ts';

export const answersCue: Condition = {
  id: 'answers-cue',
  costly: true,
  about: "The patient's last floor holds a cue.",
  test: ({ memory, position }) => isTold(memory, floorBefore(memory, position), TOLD.cue),
};
