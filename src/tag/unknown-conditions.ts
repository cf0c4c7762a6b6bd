import type { Lexicon } from '../lexicon/types.ts';
import { UsageError } from '../problem.ts';
import { conditions } from './conditions/index.ts';

const known = new Set(conditions.map(({ id }) => id));

/** The names under a rule's `when` and `unless` that are no condition. */
export function unknownConditions(rule: {
  readonly when: readonly string[];
  readonly unless: readonly string[];
}): string[] {
  return [...rule.when, ...rule.unless].filter((id) => !known.has(id));
}

/** Throws UsageError where a rule names a condition that there is not. */
export function checkConditions(lexicon: Lexicon): void {
  for (const rule of lexicon.rules) {
    const [unknown] = unknownConditions(rule);
    if (unknown !== undefined)
      throw new UsageError(`${rule.id}: there is no condition ${unknown}`, 'Run: bedside lexicon check FOLDER');
  }
}
