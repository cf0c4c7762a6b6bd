import type { Scoring } from '../lexicon/types.ts';
import type { Column } from './columns.ts';

/** Whether one of a visit's flags (`;` between) makes a ratio or index of it doubtful. Rates are doubted with all ratios. */
export function isDoubtful({ name, type }: Pick<Column, 'name' | 'type'>, flags: string, scoring: Scoring): boolean {
  if (flags === '' || (type !== 'ratio' && type !== 'index')) return false;
  return flags.split(';').some((flag) => {
    const doubts = scoring.flags[flag]?.doubts ?? [];
    return doubts.includes('ratios') || doubts.includes(name);
  });
}
