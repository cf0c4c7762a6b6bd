import type { Kind } from '../../visit.ts';
import { type Column, scoreColumns } from '../columns.ts';
import { rateColumns } from '../rates.ts';
import { rounded } from '../round.ts';
import type { Score } from '../score.ts';

/** What visits of several lengths can be compared by: a share, a rate per 1,000 words or an index, never a raw count. */
export interface CohortMeasure extends Column {
  readonly type: 'ratio' | 'index';
  /** In plain words, to stand over a figure. */
  readonly title: string;
}

/** Every measure by name, in the order in which they are shown. */
const TITLES: Readonly<Record<string, string>> = {
  open_question_share: 'Open questions, share of all questions',
  open_questions_per_1000w: 'Open questions per 1,000 words',
  closed_questions_per_1000w: 'Closed questions per 1,000 words',
  clinician_talk_share: 'Talk, the clinician’s share of the words',
  reflections_per_1000w: 'Reflections per 1,000 words',
  reflections_complex_per_1000w: 'Complex reflections per 1,000 words',
  reflection_question_ratio: 'Reflections per question',
  patient_cues_per_1000w: 'Patient’s cues per 1,000 of the patient’s words',
  cue_acknowledged_rate: 'Cues acknowledged, share of the patient’s cues',
  empathy_per_1000w: 'Empathy per 1,000 words',
  empathy_name_per_1000w: 'Empathy that names the feeling, per 1,000 words',
  empathy_understand_per_1000w: 'Empathy that shows understanding, per 1,000 words',
  empathy_respect_per_1000w: 'Empathy that shows respect, per 1,000 words',
  empathy_support_per_1000w: 'Empathy that offers support, per 1,000 words',
  empathy_explore_per_1000w: 'Empathy that explores, per 1,000 words',
  empathy_sympathy_per_1000w: 'Sympathy per 1,000 words',
  sdm_per_1000w: 'Shared decisions, moments per 1,000 words',
  sdm_choice_per_1000w: 'Saying that there is a choice, per 1,000 words',
  sdm_options_per_1000w: 'Setting out options, per 1,000 words',
  sdm_tradeoffs_per_1000w: 'Weighing benefits and harms, per 1,000 words',
  sdm_preferences_per_1000w: 'Asking what the patient prefers, per 1,000 words',
  sdm_check_per_1000w: 'Checks of understanding and questions, per 1,000 words',
  sdm_teachback_per_1000w: 'Teach-back per 1,000 words',
  sdm_agree_per_1000w: 'Agreeing on the plan, per 1,000 words',
  patient_preferences_per_1000w: 'Patient’s preferences per 1,000 of the patient’s words',
  inquiry_index: 'Inquiry index, 0 to 100',
  empathy_index: 'Empathy index, 0 to 100',
  sdm_index: 'Shared decision index, 0 to 100',
  communication_index: 'Communication index, 0 to 100',
};

/** What a page draws, with a name for a narrow column, '' where it has none; the rest stands in the page's tables. */
export const headline: Readonly<Record<string, string>> = {
  open_question_share: 'Open questions',
  clinician_talk_share: 'Clinician talks',
  reflections_per_1000w: 'Reflections',
  empathy_per_1000w: 'Empathy',
  cue_acknowledged_rate: 'Cues met',
  sdm_per_1000w: 'Shared decisions',
  sdm_preferences_per_1000w: '',
  sdm_check_per_1000w: 'Checks',
};

const OF_TRANSCRIPTS = measuresOf([...scoreColumns, ...rateColumns]);

/** A note has no talk and no sides: its moments are counted over all of its words. */
const OF_NOTES = OF_TRANSCRIPTS.filter(({ name }) => /^(empathy|sdm)(_\w+)?_per_1000w$/.test(name)).map((measure) => ({
  ...measure,
  title: `${measure.title.replace(/,? per 1,000 words$/, '')}, per 1,000 words of the note`,
  denominator: 'words',
  formula: measure.formula.replace(/\w+$/, 'words'),
}));

/** The measures of a kind of visit; notes have fewer, and none is comparable with a transcript's. */
export function cohortMeasures(kind: Kind): readonly CohortMeasure[] {
  return kind === 'note' ? OF_NOTES : OF_TRANSCRIPTS;
}

/** A visit's figure; null where it is undefined. `score` holds the columns of `score --rates`. */
export function figureOf({ name, denominator }: CohortMeasure, score: Score): number | null {
  if (score.kind === 'note') {
    const count = score[name.replace(/_per_1000w$/, '')];
    const words = score[denominator];
    if (typeof count !== 'number' || typeof words !== 'number' || words === 0) return null;
    return rounded((1000 * count) / words, 'ratio');
  }
  const value = score[name];
  return typeof value === 'number' ? value : null;
}

/** The column that a rate counts; undefined for shares and indices. */
export function countBehind({ name }: CohortMeasure): Column | undefined {
  const counted = name.replace(/_per_1000w$/, '');
  return counted === name ? undefined : scoreColumns.find((column) => column.name === counted);
}

function measuresOf(columns: readonly Column[]): CohortMeasure[] {
  return Object.entries(TITLES).flatMap(([name, title]) => {
    const column = columns.find((one) => one.name === name);
    if (column?.type !== 'ratio' && column?.type !== 'index') return [];
    return [{ ...column, type: column.type, title }];
  });
}
