import { draws, interval, resample } from './bootstrap.ts';
import type { Confusion } from './confusion.ts';
import type { Estimate } from './estimate.ts';
import { confusionOf, type FigureName, figureNames, figuresOf, prevalenceOf } from './figures.ts';
import type { CodeRow } from './fold.ts';
import { pearsonEstimate } from './pearson.ts';
import type { Sample } from './sample.ts';
import { layoutOf, tallyOf, total, unitsOf } from './tally.ts';

/** How coders agree on one code, or on one family, turn by turn. */
export interface CodeAgreement {
  readonly code: string;
  readonly coders: readonly string[];
  readonly visits: number;
  /** Turns that could carry the code. */
  readonly units: number;
  /** Moments of each coder. */
  readonly moments: readonly number[];
  /** Of two coders alone. */
  readonly confusion: Confusion | undefined;
  /** Share of units with the code: of the first of two coders, of all coders where there are more. */
  readonly prevalence: number | undefined;
  readonly figures: Readonly<Record<FigureName, Estimate>>;
  /** Pearson's r of two coders' moments per visit. */
  readonly visitR: Estimate;
}

/**
 * Compares the codings of a sample, a result a code. Intervals are of 1,000 draws of visits, the same draws for all codes;
 * in a draw in which nobody gives the code F1 counts as 0, what else is not defined then is left out.
 */
export function compare(sample: Sample, rows: readonly CodeRow[]): CodeAgreement[] {
  const coders = sample.coders.length;
  const tallies = rows.map((row) => tallyOf(sample, row));
  const samples = rows.map(() => Object.fromEntries(figureNames.map((name) => [name, new Array(draws)])));
  // Quotes that one side lacks altogether match nothing: that is no disagreement.
  const quoted = sample.moments.every((list) => list.length === 0 || list.some((moment) => moment.quote !== ''));
  const drawn = new Float64Array(layoutOf(coders).width);
  resample(sample.visits.length, (times, draw) => {
    const units = new Map<string, number>();
    tallies.forEach((tally, i) => {
      const { speaker } = rows[i];
      if (!units.has(speaker)) units.set(speaker, unitsOf(tally, times));
      const figures = figuresOf(total(tally, units.get(speaker) ?? 0, drawn, times), coders);
      for (const name of figureNames) samples[i][name][draw] = figures[name];
      samples[i].f1[draw] ??= 0;
    });
  });
  return tallies.map((tally, i) => {
    const units = unitsOf(tally);
    const sums = total(tally, units, new Float64Array(tally.width));
    const point = figuresOf(sums, coders);
    const confusion = coders === 2 ? confusionOf(sums, 0) : undefined;
    const estimate = (name: FigureName): Estimate => {
      const value = name === 'moment_f1' && !quoted ? undefined : point[name];
      const range = value === undefined ? undefined : interval(samples[i][name]);
      return { value, low: range?.low, high: range?.high };
    };
    return {
      code: rows[i].label,
      coders: sample.coders,
      visits: sample.visits.length,
      units,
      moments: tally.counts.map((counts) => counts.reduce((a, b) => a + b, 0)),
      confusion,
      prevalence: prevalenceOf(sums, coders),
      figures: Object.fromEntries(figureNames.map((name) => [name, estimate(name)])) as Record<FigureName, Estimate>,
      visitR: coders === 2 ? pearsonEstimate([...tally.counts[0]], [...tally.counts[1]]) : unknown,
    };
  });
}

const unknown: Estimate = { value: undefined, low: undefined, high: undefined };
