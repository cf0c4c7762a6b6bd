import type { Condition } from './condition.ts';

export const answersCue: Condition = {
  id: 'answers-cue',
  costly: true,
  about: "The patient's last floor holds a cue.",
  test: ({ memory, position }) => memory.floorBefore(position).some((p) => memory.codesOf(p).has('patient.cue')),
};
