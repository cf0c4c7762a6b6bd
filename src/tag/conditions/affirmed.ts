import { anyOf, type Condition } from './condition.ts';

export const affirmed: Condition = {
  id: 'affirmed',
  about: 'The next turn is of the other side and begins with yes or no.',
  test: (context) => {
    const next = context.turns[context.position + 1];
    if (!next || next.turn.role === context.text.turn.role || next.ids.length === 0) return false;
    return anyOf({ ...context, text: next }, 'YesNo', 0, 1);
  },
};
