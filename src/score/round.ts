import type { Column } from './columns.ts';

/** Decimals that a column's numbers are rounded to. */
export const DECIMALS: Readonly<Record<Column['type'], number>> = { text: 0, count: 0, ratio: 4, index: 1, seconds: 2 };

/** A number rounded as its column is printed, so that every format says the same. */
export function rounded(value: number, type: Column['type']): number {
  if (DECIMALS[type] === 0 && Number.isInteger(value)) return value + 0;
  // The sum keeps -0 out of outputs.
  return Number(value.toFixed(DECIMALS[type])) + 0;
}
