import { isToldBefore, TOLD } from '../memory.ts';
import type { Condition } from './condition.ts';

/** A cue is remembered over so many turns. */
const TURNS = 12;

export const afterCue: Condition = {
  id: 'after-cue',
  costly: true,
  about: 'The patient has given a cue in one of the twelve turns before.',
  test: ({ memory, position }) => isToldBefore(memory, position, TURNS, TOLD.cue),
};
