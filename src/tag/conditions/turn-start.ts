import type { Condition } from './condition.ts';

export const turnStart: Condition = {
  id: 'turn-start',
  about: 'At most three words stand before the match in its turn.',
  test: ({ hit, text }) => hit.from - text.from <= 3,
};
