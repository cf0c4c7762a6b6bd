import { type BlandAltman, blandAltman } from './bland-altman.ts';
import type { Estimate } from './estimate.ts';
import { icc } from './icc.ts';
import { pearsonEstimate } from './pearson.ts';

/** A figure of every visit, as each coder's moments give it; undefined where a visit has none. */
export interface Measure {
  readonly name: string;
  /** A row a visit, an entry a coder. */
  readonly values: readonly (readonly (number | undefined)[])[];
}

/** How coders agree on a figure of a visit. */
export interface MeasureAgreement {
  readonly measure: string;
  readonly coders: readonly string[];
  /** Visits that have the figure from every coder; the others are left out. */
  readonly visits: number;
  readonly means: readonly number[];
  readonly icc21: Estimate;
  readonly icc31: Estimate;
  /** Of two coders alone. */
  readonly r: Estimate;
  readonly limits: BlandAltman | undefined;
}

/** Compares a figure per visit: intraclass correlations of all coders, Pearson's r and limits of agreement of two. */
export function compareMeasure(measure: Measure, coders: readonly string[]): MeasureAgreement {
  const table = measure.values.filter((row): row is number[] => row.every((value) => value !== undefined));
  const columns = coders.map((_, coder) => table.map((row) => row[coder]));
  const two = coders.length === 2;
  return {
    measure: measure.name,
    coders,
    visits: table.length,
    means: columns.map((column) => column.reduce((a, b) => a + b, 0) / table.length),
    ...icc(table),
    r: two ? pearsonEstimate(columns[0], columns[1]) : { value: undefined, low: undefined, high: undefined },
    limits: two ? blandAltman(columns[0], columns[1]) : undefined,
  };
}
