import type { Context } from '../conditions/condition.ts';
import { echoing } from './echoing.ts';
import type { Evidence } from './evidence.ts';
import { factsOf } from './facts.ts';
import { place } from './place.ts';
import { wording } from './wording.ts';

/** Every sign that is weighed. */
export const evidence: readonly Evidence[] = [...echoing, ...wording, ...place];

/** What a sentence without any sign is worth: most sentences are no reflections. */
const AT_FIRST = -15;

/**
 * How much speaks for it that the context's sentence gives back what the patient said: the points of every sign that is
 * there, summed; at 0 as much speaks for it as against. A point is a tenth of a log odds: the points are the weights of a
 * logistic regression on coded visits, rounded; signs that did not help on visits held back are left out. Weighed once a
 * sentence.
 */
export function returning(context: Context): number {
  const { memory, sentence } = context;
  const known = memory.weighed.get(sentence.from);
  if (known !== undefined) return known;
  const facts = factsOf(context);
  let points = AT_FIRST;
  for (const sign of evidence) if (sign.test(facts)) points += sign.points;
  memory.weighed.set(sentence.from, points);
  return points;
}
