import type { Condition } from './condition.ts';

export const opening: Condition = {
  id: 'opening',
  about: 'Among the first six turns of the visit.',
  test: ({ position }) => position < 6,
};
