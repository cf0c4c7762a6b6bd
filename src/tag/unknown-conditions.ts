import { conditions } from './conditions/index.ts';

const known = new Set(conditions.map(({ id }) => id));

/** The names under a rule's `when` and `unless` that are no condition. */
export function unknownConditions(rule: {
  readonly when: readonly string[];
  readonly unless: readonly string[];
}): string[] {
  return [...rule.when, ...rule.unless].filter((id) => !known.has(id));
}
