import type { Moment } from '../visit.ts';
import type { Column } from './columns.ts';
import { plainQuestions } from './plain-questions.ts';
import type { Score } from './score.ts';

/** Columns of `--long`: one row a visit and measure. */
export const longColumns: readonly Column[] = [
  text('visit_id', 'the visit', 'input'),
  text('kind', 'transcript or note', 'input'),
  text('measure', 'name of a column of counts, ratios or indices', 'bedside columns'),
  {
    name: 'value',
    type: 'text',
    unit: 'that of the measure',
    denominator: '',
    formula: 'the measure, with its own decimals; empty where it is undefined',
    source: 'bedside columns',
  },
  {
    name: 'n',
    type: 'count',
    unit: 'that of the denominator',
    denominator: '',
    formula: 'what a ratio is counted over; empty for other measures',
    source: 'count',
  },
];

/** The rows of one scored visit: its measures in order of the columns given. Empty measures keep their row, so that tables line up. */
export function longRows(
  columns: readonly Column[],
  score: Score,
  moments: readonly Moment[],
): (string | number | null)[][] {
  return columns
    .filter(({ type }) => type !== 'text')
    .map(({ name }) => [score.visit_id, score.kind, name, score[name] ?? null, denominatorOf(name, score, moments)]);
}

function denominatorOf(column: string, score: Score, moments: readonly Moment[]): number | null {
  if ((score[column] ?? null) === null) return null;
  if (column === 'open_question_share') return plainQuestions(moments).all;
  if (column === 'clinician_talk_share') return number(score.clinician_words) + number(score.patient_words);
  if (column === 'reflection_question_ratio') return number(score.open_questions) + number(score.closed_questions);
  if (column === 'cue_acknowledged_rate') return number(score.patient_cues);
  if (column.endsWith('_per_1000w'))
    return number(column.startsWith('patient_') ? score.patient_words : score.clinician_words);
  return null;
}

function number(value: string | number | null | undefined): number {
  return typeof value === 'number' ? value : 0;
}

function text(name: string, formula: string, source: string): Column {
  return { name, type: 'text', unit: 'text', denominator: '', formula, source };
}
