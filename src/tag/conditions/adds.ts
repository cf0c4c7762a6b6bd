import { heard, stemsIn } from '../memory.ts';
import type { Condition } from './condition.ts';

export const adds: Condition = {
  id: 'adds',
  costly: true,
  about: 'A content word of the sentence has not been said by the patient in this visit.',
  test: ({ memory, position, text, sentence }) =>
    stemsIn(memory, text, sentence.head, sentence.to).some((s) => !heard(memory, s, position)),
};
