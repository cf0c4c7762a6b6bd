import type { Segmented } from '../segment/types.ts';
import type { Moment, Role, Visit } from '../visit.ts';
import { plainQuestions } from './plain-questions.ts';
import type { Answer } from './responses.ts';

/** Columns that can be computed from counts, by name, not yet rounded; null is empty. */
export type Measures = Record<string, number | null>;

/** Columns that are a code's moments, those of its kinds included. */
const CODES: Readonly<Record<string, string>> = {
  open_questions: 'question.open',
  closed_questions: 'question.closed',
  empathy: 'empathy',
  empathy_name: 'empathy.name',
  empathy_understand: 'empathy.understand',
  empathy_respect: 'empathy.respect',
  empathy_support: 'empathy.support',
  empathy_explore: 'empathy.explore',
  empathy_sympathy: 'empathy.sympathy',
  reflections: 'listening.reflection',
  reflections_complex: 'listening.reflection.complex',
  patient_cues: 'patient.cue',
  sdm: 'sdm',
  sdm_choice: 'sdm.choice',
  sdm_options: 'sdm.options',
  sdm_tradeoffs: 'sdm.tradeoffs',
  sdm_preferences: 'sdm.preferences',
  sdm_check: 'sdm.check',
  sdm_teachback: 'sdm.check.teachback',
  sdm_agree: 'sdm.agree',
  patient_preferences: 'patient.preference',
};

/** Columns that a note has. */
const OF_NOTES = /^(empathy|sdm)(_|$)|^patient_cues$/;

/** Columns that count moments, in order of the columns. */
export const momentColumns: readonly string[] = Object.keys(CODES);

/** What is counted, before it is: with all of its columns at once an object is made faster than column by column. */
const NOTHING: Measures = {
  turns: 0,
  words: 0,
  duration_s: null,
  ...Object.fromEntries(momentColumns.map((column) => [column, 0])),
};

/** Counts and ratios of a visit; what its kind or a missing side leaves unknown is null. */
export function measure(
  visit: Visit,
  moments: readonly Moment[],
  answers: readonly Answer[],
  segmented: readonly Segmented[],
): Measures {
  const m: Measures = { ...NOTHING, turns: visit.turns.length };
  for (const { code } of moments) for (const column of columnsOf(code)) m[column] = (m[column] ?? 0) + 1;
  m.sdm_stages = ['sdm_choice', 'sdm_options', 'sdm_preferences'].filter((c) => (m[c] ?? 0) > 0).length;
  let words = 0;
  for (const text of segmented) words += text.words;
  m.words = words;
  if (visit.kind === 'note') {
    for (const column of momentColumns) if (!OF_NOTES.test(column)) m[column] = null;
    return m;
  }
  for (const role of ['clinician', 'patient', 'other'] as const) addSide(m, role, segmented);
  m.duration_s = duration(visit);
  if (m.clinician_words === 0) {
    for (const column of [...momentColumns, 'sdm_stages']) if (!column.startsWith('patient_')) m[column] = null;
  }
  if (m.patient_words === 0) m.patient_cues = m.patient_preferences = null;
  m.cues_acknowledged =
    m.clinician_words === 0 || m.patient_cues === null
      ? null
      : answers.filter((a) => a.response === 'acknowledged' || a.response === 'explored').length;
  const both = m.clinician_words === 0 || m.patient_words === 0 ? null : sum(m.clinician_words, m.patient_words);
  m.clinician_talk_share = share(m.clinician_words, both);
  const plain = plainQuestions(moments);
  m.open_question_share = m.open_questions === null ? null : share(plain.open, plain.all);
  m.reflection_question_ratio = share(m.reflections, sum(m.open_questions, m.closed_questions));
  m.cue_acknowledged_rate = share(m.cues_acknowledged, m.patient_cues);
  return m;
}

function isOf(code: string, parent: string): boolean {
  return code === parent || (code.startsWith(parent) && code.charCodeAt(parent.length) === 46);
}

const counted = new Map<string, readonly string[]>();

/** The columns that a code counts in; of codes there are as many as rules have. */
function columnsOf(code: string): readonly string[] {
  let columns = counted.get(code);
  if (!columns) {
    columns = momentColumns.filter((column) => isOf(code, CODES[column]));
    counted.set(code, columns);
  }
  return columns;
}

function addSide(m: Measures, role: Role, segmented: readonly Segmented[]): void {
  let turns = 0;
  let words = 0;
  for (const text of segmented) {
    if (text.turn.role !== role) continue;
    turns += 1;
    words += text.words;
  }
  m[`${role}_turns`] = turns;
  m[`${role}_words`] = words;
}

/** Last end less first start, in seconds; null without both. */
function duration(visit: Visit): number | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { parts } of visit.turns) {
    for (const { start, end } of parts) {
      if (start !== undefined && start < first) first = start;
      if (end !== undefined && end > last) last = end;
    }
  }
  return last >= first ? last - first : null;
}

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

function share(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}
