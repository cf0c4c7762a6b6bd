import { anyOf, type Condition } from './condition.ts';

export const affirmed: Condition = {
  id: 'affirmed',
  costly: true,
  about: 'The next turn is of the other side and begins with yes or no.',
  test: (context) => {
    const next = context.turns[context.position + 1];
    if (!next || next.turn.role === context.text.turn.role || next.to === next.from) return false;
    return anyOf(context, 'YesNo', next.from, next.from + 1, next);
  },
};
