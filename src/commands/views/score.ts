import type { OwnColumn } from '../../score/own-codes.ts';
import type { View } from './view.ts';

/** What a user wants of the scores. */
export interface ScoreWishes {
  readonly long?: boolean;
  readonly rates?: boolean;
  /** Columns of the codes that the user's own rules bring in. */
  readonly own?: readonly OwnColumn[];
}

/** A row a visit, or one a visit and measure. */
export async function scoreView({ long, rates, own = [] }: ScoreWishes): Promise<View> {
  const { cohortRows } = await import('../../score/cohort.ts');
  const { scoreColumns } = await import('../../score/columns.ts');
  const { rateColumns, ratesOf } = await import('../../score/rates.ts');
  const { longColumns, longRows } = await import('../../score/long.ts');
  const { cellsOf } = await import('../../score/rows.ts');
  const { ownCounts } = await import('../../score/own-codes.ts');
  const columns = [...scoreColumns, ...(rates ? rateColumns : []), ...own];
  return {
    columns: long ? longColumns : columns,
    rows: ({ score, moments }) => {
      const figures = { ...score, ...(rates ? ratesOf(score) : {}), ...ownCounts(own, score, moments) };
      return long ? longRows(columns, figures, moments) : [cellsOf(columns, figures)];
    },
    foot: (rows, { scoring }) => (long ? [] : cohortRows(columns, rows, scoring)),
  };
}
