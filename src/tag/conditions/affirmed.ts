import { anyOf, type Condition } from './condition.ts';

export const affirmed: Condition = {
  id: 'affirmed',
  costly: true,
  about: 'The next turn is of the other side and begins with yes or no.',
  test: ({ turns, position, text, lists }) => {
    const next = turns[position + 1];
    if (!next || next.turn.role === text.turn.role || next.to === next.from) return false;
    return anyOf(lists.YesNo, next, next.from, next.from + 1);
  },
};
