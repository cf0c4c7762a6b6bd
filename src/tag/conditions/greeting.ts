import type { Condition } from './condition.ts';

export const greeting: Condition = {
  id: 'greeting',
  about: 'Among the first four turns of the visit, with at most fifteen words before the match in its turn.',
  test: ({ position, hit, text }) => position < 4 && hit.from - text.from <= 15,
};
