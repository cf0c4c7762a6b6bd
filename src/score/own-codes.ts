import type { RuleFile } from '../lexicon/schema.ts';
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

/** One column a code of rule files that the built-in lexicon does not have, in order; named for the code, dots as `_`. */
export function ownColumns(files: readonly RuleFile[], builtIn: Lexicon): OwnColumn[] {
  const known = new Set(builtIn.codes.map(({ code }) => code));
  const taken = new Set([...scoreColumns, ...rateColumns].map(({ name }) => name));
  const own = new Map<string, OwnColumn>();
  for (const { code, speaker, source, rules, isRemoval } of files) {
    if (known.has(code) || isRemoval) continue;
    const plain = code.replace(/[^A-Za-z0-9]+/g, '_');
    const name = taken.has(plain) ? `own_${plain}` : plain;
    const kinds = new Set<string>([...(own.get(code)?.kinds ?? []), ...rules.map((rule) => rule.in)]);
    const formula = `moments of ${code}`;
    own.set(code, { name, type: 'count', unit: 'moments', denominator: '', formula, source, code, speaker, kinds });
  }
  return [...own.values()];
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
