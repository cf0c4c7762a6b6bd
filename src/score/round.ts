import type { Column } from './columns.ts';

/** Decimals that a column's numbers are rounded to. */
export const DECIMALS: Readonly<Record<Column['type'], number>> = { text: 0, count: 0, ratio: 4, index: 1, seconds: 2 };

/** Nearer to the middle of two roundings than this, or larger, and the digits of the number itself must say which it is. */
const TIE = 0.4999;
const LARGE = 1e9;

/** A number rounded as its column is printed, so that every format says the same. */
export function rounded(value: number, type: Column['type']): number {
  const power = 10 ** DECIMALS[type];
  const scaled = value * power;
  const whole = Math.round(scaled);
  // The sum keeps -0 out of outputs.
  if (Math.abs(scaled - whole) < TIE && Math.abs(scaled) < LARGE) return whole / power + 0;
  return Number(value.toFixed(DECIMALS[type])) + 0;
}
