import type { Segmented } from '../segment/types.ts';
import type { Moment, Visit } from '../visit.ts';
import { plainQuestions } from './plain-questions.ts';
import type { Answer } from './responses.ts';

/** The columns of a row that can be computed from counts, by name, not yet rounded; null is empty. */
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

const notOfNotes = momentColumns.filter((column) => !OF_NOTES.test(column));
const ofClinicians = [...momentColumns, 'sdm_stages'].filter((column) => !column.startsWith('patient_'));

/**
 * Enters counts and ratios of a visit in its row, where what counts moments is 0 and the rest null; what its kind or a missing side
 * leaves unknown stays, or becomes, null.
 */
export function measure(
  m: Measures,
  visit: Visit,
  moments: readonly Moment[],
  answers: readonly Answer[],
  segmented: readonly Segmented[],
): void {
  m.turns = visit.turns.length;
  countMoments(m, moments);
  countWords(m, visit, segmented);
  if (visit.kind === 'note') {
    for (const column of notOfNotes) m[column] = null;
    return;
  }
  m.duration_s = duration(visit);
  if (m.clinician_words === 0) for (const column of ofClinicians) m[column] = null;
  if (m.patient_words === 0) m.patient_cues = m.patient_preferences = null;
  m.cues_acknowledged = m.clinician_words === 0 || m.patient_cues === null ? null : met(answers);
  const both = m.clinician_words === 0 || m.patient_words === 0 ? null : sum(m.clinician_words, m.patient_words);
  m.clinician_talk_share = share(m.clinician_words, both);
  const plain = plainQuestions(moments);
  m.open_question_share = m.open_questions === null ? null : share(plain.open, plain.all);
  m.reflection_question_ratio = share(m.reflections, sum(m.open_questions, m.closed_questions));
  m.cue_acknowledged_rate = share(m.cues_acknowledged, m.patient_cues);
}

/** Counts by place in `momentColumns`, of the visit that is counted. */
const counts = new Int32Array(momentColumns.length);

function countMoments(m: Measures, moments: readonly Moment[]): void {
  counts.fill(0);
  for (const { code } of moments) {
    const columns = columnsOf(code);
    for (let k = 0; k < columns.length; k += 1) counts[columns[k]] += 1;
  }
  for (let k = 0; k < counts.length; k += 1) if (counts[k] > 0) m[momentColumns[k]] = counts[k];
  m.sdm_stages = Math.sign(m.sdm_choice ?? 0) + Math.sign(m.sdm_options ?? 0) + Math.sign(m.sdm_preferences ?? 0);
}

/** Words, and turns and words of each side. */
function countWords(m: Measures, { kind }: Visit, segmented: readonly Segmented[]): void {
  let turnsOfClinician = 0;
  let turnsOfPatient = 0;
  let ofClinician = 0;
  let ofPatient = 0;
  let words = 0;
  for (let k = 0; k < segmented.length; k += 1) {
    const text = segmented[k];
    const { role } = text.turn;
    const own = text.words;
    words += own;
    if (role === 'clinician') {
      turnsOfClinician += 1;
      ofClinician += own;
    } else if (role === 'patient') {
      turnsOfPatient += 1;
      ofPatient += own;
    }
  }
  m.words = words;
  if (kind === 'note') return;
  m.clinician_turns = turnsOfClinician;
  m.patient_turns = turnsOfPatient;
  m.other_turns = segmented.length - turnsOfClinician - turnsOfPatient;
  m.clinician_words = ofClinician;
  m.patient_words = ofPatient;
  m.other_words = words - ofClinician - ofPatient;
}

/** How many cues were acknowledged or explored. */
function met(answers: readonly Answer[]): number {
  let count = 0;
  for (const { response } of answers) if (response === 'acknowledged' || response === 'explored') count += 1;
  return count;
}

function isOf(code: string, parent: string): boolean {
  return code === parent || (code.startsWith(parent) && code.charCodeAt(parent.length) === 46);
}

const counted = new Map<string, readonly number[]>();

/** The columns that a code counts in, by their place in `momentColumns`; of codes there are as many as rules have. */
function columnsOf(code: string): readonly number[] {
  let columns = counted.get(code);
  if (!columns) {
    columns = momentColumns.flatMap((column, k) => (isOf(code, CODES[column]) ? [k] : []));
    counted.set(code, columns);
  }
  return columns;
}

/** Last end less first start, in seconds; null without both. */
function duration(visit: Visit): number | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { parts } of visit.turns) {
    for (let k = 0; k < parts.length; k += 1) {
      const { start, end } = parts[k];
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
