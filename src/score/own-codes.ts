import type { Lexicon } from '../lexicon/types.ts';
import type { Moment } from '../visit.ts';
import { type Column, scoreColumns } from './columns.ts';
import { rateColumns } from './rates.ts';
import type { Score } from './score.ts';

/** A column that counts the moments of a code that a user's own rules brought in. */
export interface OwnColumn extends Column {
  readonly code: string;
  readonly speaker: 'clinician' | 'patient';
  /** Whether it has rules for notes, for transcripts. */
  readonly kinds: ReadonlySet<string>;
}

/** One column a code that the built-in lexicon does not have, in the order of the rules; named for the code, dots as `_`. */
export function ownColumns(lexicon: Lexicon, builtIn: Lexicon): OwnColumn[] {
  const known = new Set(builtIn.codes.map(({ code }) => code));
  const taken = new Set([...scoreColumns, ...rateColumns].map(({ name }) => name));
  return lexicon.codes
    .filter(({ code }) => !known.has(code))
    .map(({ code, speaker, source }) => {
      const plain = code.replace(/[^A-Za-z0-9]+/g, '_');
      const name = taken.has(plain) ? `own_${plain}` : plain;
      const kinds = new Set<string>(lexicon.rules.filter((rule) => rule.code === code).map((rule) => rule.in));
      return {
        name,
        type: 'count',
        unit: 'moments',
        denominator: '',
        formula: `moments of ${code}`,
        source,
        code,
        speaker,
        kinds,
      };
    });
}

/** Counts the moments of own codes; empty where the side does not speak, or no rule of the code reads such visits. */
export function ownCounts(columns: readonly OwnColumn[], score: Score, moments: readonly Moment[]): Score {
  const counts: Record<string, number | null> = {};
  for (const { name, code, speaker, kinds } of columns) {
    const isSilent = score.kind === 'transcript' && score[`${speaker}_words`] === 0;
    counts[name] = isSilent || !kinds.has(String(score.kind)) ? null : moments.filter((m) => m.code === code).length;
  }
  return counts;
}
