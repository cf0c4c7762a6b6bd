import type { Scoring } from '../lexicon/types.ts';

/**
 * The first of a visit's flags (`;` between) that makes a ratio or an index doubtful, undefined where none does. Counts, texts and
 * seconds are never doubted; rates are doubted with all ratios.
 */
export function doubtedBy(
  { name, type }: { readonly name: string; readonly type: string },
  flags: string,
  scoring: Pick<Scoring, 'flags'>,
): string | undefined {
  if (flags === '' || (type !== 'ratio' && type !== 'index')) return undefined;
  return flags.split(';').find((flag) => {
    const doubts = scoring.flags[flag]?.doubts ?? [];
    return doubts.includes('ratios') || doubts.includes(name);
  });
}
