import type { Condition } from './condition.ts';

export const afterOpen: Condition = {
  id: 'after-open',
  costly: true,
  about: "The other side's last floor holds an open question.",
  test: ({ memory, position }) => memory.floorBefore(position).some((p) => memory.codesOf(p).has('question.open')),
};
