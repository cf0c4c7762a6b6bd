import type { Figure } from './sample.ts';
import { type Summary, summaryOf } from './summary.ts';

/** A stretch of the calendar, and a measure over the visits in it. */
export interface Period {
  /** `2025-03`, `2025 Q1`, `2025`, `week of 2025-03-03`. */
  readonly label: string;
  /** Its first day, and the first day after it. */
  readonly from: string;
  readonly to: string;
  readonly summary: Summary;
}

export type Step = 'week' | 'month' | 'quarter' | 'year';

const STEPS: readonly Step[] = ['week', 'month', 'quarter', 'year'];

const DAY_MS = 86_400_000;
/** The longest span, in days, for which a step gives no more than some twenty periods. */
const SPANS: readonly (readonly [Step, number])[] = [
  ['week', 100],
  ['month', 600],
  ['quarter', 1800],
];

/** Visits that a period should have, on average, for its median to say something. */
const ENOUGH = 4;

/** The shortest step that gives periods of enough visits, and not too many of them, but two where that can be; of two dates and more. */
export function stepOf(dates: readonly string[]): Step {
  const days = dates.map(toDay);
  const span = Math.max(...days) - Math.min(...days);
  const fitting = STEPS.slice(STEPS.indexOf(SPANS.find(([, most]) => span <= most)?.[0] ?? 'year'));
  const periods = (step: Step) => new Set(dates.map((date) => beginOf(date, step))).size;
  const several = fitting.filter((step) => periods(step) > 1);
  return several.find((step) => dates.length / periods(step) >= ENOUGH) ?? several.at(-1) ?? fitting[0];
}

/** A measure over the periods that have visits, in order; visits without a date are left out. */
export function trendOf(figures: readonly Figure[], step: Step): Period[] {
  const periods = new Map<string, number[]>();
  for (const { visit, value } of figures) {
    if (visit.date === undefined) continue;
    const from = beginOf(visit.date, step);
    const values = periods.get(from);
    if (values) values.push(value);
    else periods.set(from, [value]);
  }
  return [...periods]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([from, values]) => {
      const summary = summaryOf(values);
      return summary ? [{ label: labelOf(from, step), from, to: endOf(from, step), summary }] : [];
    });
}

function beginOf(date: string, step: Step): string {
  const [year, month] = date.split('-');
  if (step === 'year') return `${year}-01-01`;
  if (step === 'month') return `${year}-${month}-01`;
  if (step === 'quarter') return `${year}-${String(Number(month) - ((Number(month) - 1) % 3)).padStart(2, '0')}-01`;
  const day = toDay(date);
  // 1 January 1970 was a Thursday; weeks begin on Monday.
  return toDate(day - ((day + 3) % 7));
}

function endOf(from: string, step: Step): string {
  if (step === 'week') return toDate(toDay(from) + 7);
  const [year, month] = from.split('-').map(Number);
  const months = { month: 1, quarter: 3, year: 12 }[step];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

function labelOf(from: string, step: Step): string {
  const [year, month] = from.split('-');
  if (step === 'year') return year;
  if (step === 'quarter') return `${year} Q${(Number(month) + 2) / 3}`;
  return step === 'month' ? `${year}-${month}` : `week of ${from}`;
}

function toDay(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

function toDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
