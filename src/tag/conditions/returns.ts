import { returning } from '../returning/returning.ts';
import type { Condition } from './condition.ts';

export const returns: Condition = {
  id: 'returns',
  costly: true,
  about: 'What speaks for it that the sentence gives back what the patient said outweighs what speaks against.',
  test: (context) => returning(context, 0),
};
