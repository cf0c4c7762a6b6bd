import type { Column } from './columns.ts';
import type { Score } from './score.ts';

/** The cells of a row in the order of the columns; an unknown column is empty. */
export function cellsOf(columns: readonly Column[], row: Score): (string | number | null)[] {
  return columns.map(({ name }) => row[name] ?? null);
}

/** The input's own columns, carried through after ours. */
export function keptColumns(names: readonly string[]): Column[] {
  return names.map((name) => ({
    name,
    type: 'text',
    unit: 'text',
    denominator: '',
    formula: 'as in the input',
    source: 'input',
  }));
}
