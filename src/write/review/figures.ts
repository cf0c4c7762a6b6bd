import type { Scoring } from '../../lexicon/types.ts';
import { flagWords } from '../../score/flag-words.ts';
import { plainQuestions } from '../../score/plain-questions.ts';
import type { Answer } from '../../score/responses.ts';
import type { Score } from '../../score/score.ts';
import type { Moment } from '../../visit.ts';
import { isUnanswered } from './answers.ts';
import { counted } from './counted.ts';
import { ALERT, DIM, type Look, PLAIN, type Run, STRONG, wrapRuns } from './runs.ts';

const NAMES = 23;
const NO_VERDICT =
  'An index is a weighted mean of counted behaviours, from 0 to 100, for comparing visits of one setting. It is no verdict on the ' +
  "clinician and no measure of trust, and is not validated against patients' ratings.";

const KINDS = ['name', 'understand', 'respect', 'support', 'explore', 'sympathy'];
const STEPS = ['choice', 'options', 'tradeoffs', 'preferences', 'check', 'agree'];

/** The main scores as lines, each with what it is counted over; flags in plain words; the indices with what they are not. */
export function* figureLines(
  score: Score,
  moments: readonly Moment[],
  answers: readonly Answer[],
  scoring: Scoring,
  width: number,
): Generator<Run[]> {
  const figures = score.kind === 'note' ? noteFigures(score) : talkFigures(score, moments, answers);
  for (const [name, figure] of figures) yield* entry(name, figure, PLAIN, width);
  for (const flag of flagWords(String(score.flags ?? ''), scoring)) yield* entry('flag', flag, PLAIN, width);
  if (score.kind === 'note') return;
  const parts = ['inquiry', 'empathy', 'sdm'].map((name) => `${name} ${index(score[`${name}_index`])}`);
  const whole =
    typeof score.communication_index === 'number'
      ? `${index(score.communication_index)} of 100`
      : 'not given, too little was seen';
  yield* entry('communication index', `${whole} (${parts.join(', ')})`, PLAIN, width);
  yield* entry('', NO_VERDICT, DIM, width);
}

function talkFigures(score: Score, moments: readonly Moment[], answers: readonly Answer[]): [string, string][] {
  const n = (column: string): number => Number(score[column] ?? 0);
  const questions = n('open_questions') + n('closed_questions');
  const plain = plainQuestions(moments);
  const unanswered = answers.filter(({ response }) => isUnanswered(response)).length;
  const informed = answers.filter(({ response }) => response === 'informed').length;
  const beside = informed > 0 ? `, ${informed} met with information` : '';
  const has = (column: string): boolean => (score[column] ?? null) !== null;
  const both = n('clinician_words') + n('patient_words');
  const none: [string, string] = ['clinician', 'nothing to score: nobody speaks for the clinician'];
  const cues: [string, string] = [
    'cues acknowledged',
    !has('patient_cues')
      ? 'nobody speaks for the patient'
      : n('patient_cues') === 0
        ? 'no cue of the patient was found'
        : `${score.cues_acknowledged ?? '–'} of ${n('patient_cues')} acknowledged or explored${beside}, ${unanswered} not answered`,
  ];
  if (!has('open_questions')) return [none, cues];
  return [
    [
      'clinician talk',
      has('clinician_talk_share')
        ? `${n('clinician_words')} of ${both} words (${percent(score.clinician_talk_share)})`
        : `${n('clinician_words')} words; nobody speaks for the patient`,
    ],
    ['open questions', `${n('open_questions')} of ${questions}${share(plain)}`],
    [
      'reflections',
      questions === 0
        ? `${n('reflections')}, ${n('reflections_complex')} of them complex; no question was asked`
        : `${n('reflections')} for ${counted(questions, 'question')} (${fixed(score.reflection_question_ratio)} a question), ${n('reflections_complex')} of them complex`,
    ],
    ['empathy', `${n('empathy')} in the clinician's ${n('clinician_words')} words${listed(KINDS, 'empathy', score)}`],
    cues,
    [
      'shared decisions',
      `${counted(n('sdm'), 'moment')}, ${n('sdm_stages')} of 3 stages (choice, options, preferences)${listed(STEPS, 'sdm', score)}`,
    ],
    [
      "patient's preferences",
      has('patient_preferences') ? `${n('patient_preferences')} in the patient's ${n('patient_words')} words` : '–',
    ],
  ];
}

function noteFigures(score: Score): [string, string][] {
  return [
    ['empathy', `${score.empathy ?? 0} on record in ${score.words ?? 0} words${listed(KINDS, 'empathy', score)}`],
    ['shared decisions', `${score.sdm ?? 0} on record${listed(STEPS, 'sdm', score)}`],
    ["patient's cues", `${score.patient_cues ?? 0} on record`],
    [
      '',
      'A note shows what was written, often by template, not what was said: it is not to be set beside a transcript.',
    ],
  ];
}

function share({ open, all }: { open: number; all: number }): string {
  return all === 0 ? '' : `; ${open} of ${all} (${percent(open / all)}) without those about a decision`;
}

/** `: name 3, respect 1`, those that were found. */
function listed(kinds: readonly string[], family: string, score: Score): string {
  const found = kinds.map((kind) => [kind, Number(score[`${family}_${kind}`] ?? 0)] as const).filter(([, n]) => n > 0);
  return found.length === 0 ? '' : `: ${found.map(([kind, n]) => `${kind} ${n}`).join(', ')}`;
}

/** A name and its figure beside it, in a narrow terminal below it. */
function* entry(name: string, figure: string, look: Look, width: number): Generator<Run[]> {
  const isBeside = width >= 2 * NAMES + 14;
  const indent = isBeside ? NAMES : 2;
  const nameLook = name === 'flag' ? ALERT : STRONG;
  if (!isBeside && name !== '') yield [{ text: name, look: nameLook }];
  for (const [k, line] of wrapRuns([{ text: figure, look }], Math.max(8, width - indent)).entries())
    yield [{ text: (k === 0 && isBeside ? name : '').padEnd(indent), look: k === 0 ? nameLook : PLAIN }, ...line];
}

function index(value: number | string | null | undefined): string {
  return typeof value === 'number' ? value.toFixed(0) : '–';
}

function percent(value: number | string | null | undefined): string {
  return typeof value === 'number' ? `${(100 * value).toFixed(0)} %` : '–';
}

function fixed(value: number | string | null | undefined): string {
  return typeof value === 'number' ? value.toFixed(2) : '–';
}
