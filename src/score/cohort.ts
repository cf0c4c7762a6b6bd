import type { Scoring } from '../lexicon/types.ts';
import type { Column } from './columns.ts';
import { doubtedBy } from './doubts.ts';
import { rounded } from './round.ts';

type Cell = string | number | null;

/** A line under a table: a name, and for each column nothing, a figure, or the lowest and the highest. */
export interface CohortRow {
  readonly label: string;
  readonly cells: readonly (Cell | readonly [number, number])[];
}

/**
 * Median and range of every column of numbers over a table's visits, once a kind: what was written and what was said are not
 * pooled. Ratios and indices that a visit's flags make doubtful are left out; a column without any figure is empty. Nothing
 * under two visits.
 */
export function cohortRows(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  scoring: Scoring,
): CohortRow[] {
  if (rows.length < 2) return [];
  const kindAt = columns.findIndex((c) => c.name === 'kind');
  const flagsAt = columns.findIndex((c) => c.name === 'flags');
  const kinds = [...new Set(rows.map((row) => row[kindAt] ?? null))];
  return kinds.flatMap((kind) => {
    const mine = rows.filter((row) => (row[kindAt] ?? null) === kind);
    const of = kinds.length > 1 ? ` of ${mine.length} ${kind}${mine.length === 1 ? '' : 's'}` : ` of ${mine.length}`;
    const figures = columns.map((column, at) => {
      if (column.type === 'text') return [];
      const certain = mine.filter((row) => !doubtedBy(column, String(row[flagsAt] ?? ''), scoring));
      return certain
        .map((row) => row[at])
        .filter((v) => typeof v === 'number')
        .sort((a, b) => a - b);
    });
    return [
      {
        label: `median${of}`,
        cells: figures.map((f, at) =>
          f.length > 0 ? rounded(median(f), columns[at].type === 'count' ? 'index' : columns[at].type) : null,
        ),
      },
      {
        label: 'range',
        cells: figures.map((f): readonly [number, number] | null => (f.length > 0 ? [f[0], f[f.length - 1]] : null)),
      },
    ];
  });
}

/** The middle one of ordered figures, or the mean of the middle two. */
function median(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
