import { returning } from '../returning/returning.ts';
import type { Condition } from './condition.ts';

/** Where the wording itself says that it returns something, so much may speak against it. */
const LENIENCE = 10;

export const mayReturn: Condition = {
  id: 'may-return',
  costly: true,
  about: 'Not much speaks against it that the sentence gives back what the patient said.',
  test: (context) => returning(context, -LENIENCE),
};
