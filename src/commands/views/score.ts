import type { View } from './view.ts';

/** A row a visit, or one a visit and measure. */
export async function scoreView({ long, rates }: { long?: boolean; rates?: boolean }): Promise<View> {
  const { cohortRows } = await import('../../score/cohort.ts');
  const { scoreColumns } = await import('../../score/columns.ts');
  const { rateColumns, ratesOf } = await import('../../score/rates.ts');
  const { longColumns, longRows } = await import('../../score/long.ts');
  const { cellsOf } = await import('../../score/rows.ts');
  const columns = rates ? [...scoreColumns, ...rateColumns] : scoreColumns;
  return {
    columns: long ? longColumns : columns,
    rows: ({ score, moments }) => {
      const figures = rates ? { ...score, ...ratesOf(score) } : score;
      return long ? longRows(columns, figures, moments) : [cellsOf(columns, figures)];
    },
    foot: (rows, { scoring }) => (long ? [] : cohortRows(columns, rows, scoring)),
  };
}
