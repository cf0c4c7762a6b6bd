import { isToldBefore, TOLD } from '../memory.ts';
import type { Condition } from './condition.ts';

/** An invitation is remembered over so many turns. */
const TURNS = 5;

export const afterQuestionsInvited: Condition = {
  id: 'after-questions-invited',
  costly: true,
  about: 'Questions were invited in one of the five turns before.',
  test: ({ memory, position }) => isToldBefore(memory, position, TURNS, TOLD.questionsInvited),
};
