import type { Column } from './columns.ts';
import { momentColumns } from './measures.ts';
import { rounded } from './round.ts';
import type { Score } from './score.ts';

/** Columns that `--rates` adds: each count of moments per 1,000 words of the side that says them. */
export const rateColumns: readonly Column[] = momentColumns.map((column) => {
  const words = wordsBehind(column);
  return {
    name: nameOf(column),
    type: 'ratio',
    unit: 'moments per 1,000 words',
    denominator: words,
    formula: `1000 * ${column} / ${words}`,
    source: 'count',
  };
});

/** The rates of a scored visit, by name; null where the count is empty or the side says nothing. A note has none. */
export function ratesOf(score: Score): Score {
  const rates: Record<string, number | null> = {};
  for (const column of momentColumns) {
    const count = score[column];
    const words = score[wordsBehind(column)];
    const known = typeof count === 'number' && typeof words === 'number' && words > 0;
    rates[nameOf(column)] = known ? rounded((1000 * count) / words, 'ratio') : null;
  }
  return rates;
}

function nameOf(column: string): string {
  return `${column}_per_1000w`;
}

function wordsBehind(column: string): string {
  return column.startsWith('patient_') ? 'patient_words' : 'clinician_words';
}
