import type { CohortMeasure } from '../../../score/cohort/measures.ts';
import type { Figure } from '../../../score/cohort/sample.ts';
import type { Summary } from '../../../score/cohort/summary.ts';
import type { Dot, Middle, Scale } from '../charts/chart.ts';

/** How a measure is shown: shares in per cent, all else as it is. */
export interface Shown {
  readonly factor: number;
  readonly unit: '' | '%';
  readonly decimals: number;
  /** The custom property of its family's hue. */
  readonly hue: string;
}

const HUES: readonly (readonly [RegExp, string])[] = [
  [/^(open_question|inquiry)/, '--question'],
  [/^closed_question/, '--closed'],
  [/^reflection/, '--listening'],
  [/^(empathy|cue)/, '--empathy'],
  [/^sdm/, '--shared'],
  [/^patient_cues/, '--cue'],
  [/^patient_preferences/, '--preference'],
];

export function shownOf({ name, unit, type }: CohortMeasure): Shown {
  const hue = HUES.find(([pattern]) => pattern.test(name))?.[1] ?? '--closed';
  if (unit.startsWith('share')) return { factor: 100, unit: '%', decimals: 0, hue };
  if (type === 'index') return { factor: 1, unit: '', decimals: 0, hue };
  return { factor: 1, unit: '', decimals: name.endsWith('_per_1000w') ? 1 : 2, hue };
}

/** A median of fewer visits is printed but not drawn. */
export const FEWEST_DRAWN = 3;

/** A figure as it stands in the page: `17 %`, `2.4`. */
export function printed(measure: CohortMeasure, value: number): string {
  const { factor, unit, decimals } = shownOf(measure);
  return `${(Number((value * factor).toFixed(decimals)) + 0).toFixed(decimals)}${unit === '' ? '' : ' %'}`;
}

/** Two ends of a stretch: `12 to 25 %`. */
export function printedRange(measure: CohortMeasure, [low, high]: readonly [number, number]): string {
  return `${printed(measure, low).replace(' %', '')} to ${printed(measure, high)}`;
}

/** A median with its interval, or why it has none. */
export function printedMedian(measure: CohortMeasure, { median, interval }: Summary): string {
  return `${printed(measure, median)} ${interval ? `[${printedRange(measure, interval)}]` : '[no interval under six visits]'}`;
}

/** The axis for all figures of a measure: from 0, to 100 where that is the end, else to a round figure above the highest. */
export function scaleOf(measure: CohortMeasure, figures: readonly Figure[]): Scale {
  const { factor, unit } = shownOf(measure);
  const highest = Math.max(0, ...figures.map(({ value }) => value)) * factor;
  if (unit === '%') return { domain: [0, Math.min(100, roundAbove(highest))], unit };
  if (measure.type === 'index') return { domain: [0, 100], unit };
  return { domain: [0, roundAbove(highest)], unit };
}

/** A power of ten, or a few times one. */
function roundAbove(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}

export function dotsOf(measure: CohortMeasure, figures: readonly Figure[]): Dot[] {
  const { factor } = shownOf(measure);
  return figures.map(({ visit, value }) => ({
    value: value * factor,
    name: `${visit.id}: ${printed(measure, value)}`,
  }));
}

export function middleOf(measure: CohortMeasure, { median, quartiles, interval }: Summary): Middle {
  const { factor } = shownOf(measure);
  const scaled = ([low, high]: readonly [number, number]) => [low * factor, high * factor] as const;
  return { median: median * factor, quartiles: scaled(quartiles), interval: interval && scaled(interval) };
}
