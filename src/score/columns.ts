/** A column of an output: what writers need, and what `bedside columns` and the docs tell. */
export interface Column {
  readonly name: string;
  readonly type: 'text' | 'count' | 'ratio' | 'index' | 'seconds';
  /** What one of it is: `moments`, `words`, `share, 0 to 1`. */
  readonly unit: string;
  /** What it is counted over; '' where over the whole visit. */
  readonly denominator: string;
  readonly formula: string;
  /** The scheme or paper behind it; `input` for what is carried over, `count` for what is merely counted. */
  readonly source: string;
  /** Heading in a terminal's table, where names are too long. */
  readonly short?: string;
  /** Which columns a narrow table shows first: 0 always, then upwards; those without one come last. */
  readonly rank?: number;
  /** Whether it holds what was said: --no-quotes leaves its cells empty, --redact masks them. */
  readonly quotes?: true;
}

type Rest = Partial<Pick<Column, 'denominator' | 'short' | 'rank'>>;

const NURSE = 'NURSE (Back et al. 2005)';
const THREE_TALK = 'three-talk model (Elwyn et al. 2017)';
const ELEMENTS = 'elements of informed decision making (Braddock et al. 1999)';
const CUES = 'VR-CoDES (Zimmermann et al. 2011)';
const OURS = 'weights and bounds in scoring.yaml; not validated against patients’ ratings';

/** Every column of `bedside score`, in order. A count is empty where its side does not speak; a ratio, where it has nothing below. */
export const scoreColumns: readonly Column[] = [
  text('visit_id', 'the id in the file, else its path below PATH without ending', 'input', { short: 'visit', rank: 0 }),
  text('source', 'the file, or stdin', 'input'),
  text('kind', 'transcript or note', 'input', { rank: 18 }),
  count('turns', 'turns', 'all turns, those without words too'),
  count('clinician_turns', 'turns', 'turns of the clinician'),
  count('patient_turns', 'turns', 'turns of the patient'),
  count('other_turns', 'turns', 'turns of anyone else'),
  count('words', 'words', 'tokens with a letter or digit; fillers and cut-offs count, marks do not', { rank: 16 }),
  count('clinician_words', 'words', 'words of the clinician'),
  count('patient_words', 'words', 'words of the patient'),
  count('other_words', 'words', 'words of anyone else'),
  ratio(
    'clinician_talk_share',
    'share, 0 to 1',
    'clinician_words / (clinician_words + patient_words)',
    'clinician_words + patient_words',
    {
      short: 'talk share',
      rank: 6,
      source: 'verbal dominance, after RIAS (Roter & Larson 2002)',
    },
  ),
  {
    name: 'duration_s',
    type: 'seconds',
    unit: 'seconds',
    denominator: '',
    formula: 'last end - first start; empty without times',
    source: 'input',
    short: 'seconds',
  },
  moments('open_questions', 'question.open', 'RIAS (Roter & Larson 2002); function over form', {
    short: 'open quest.',
    rank: 10,
  }),
  moments('closed_questions', 'question.closed', 'RIAS (Roter & Larson 2002); function over form', {
    short: 'closed quest.',
    rank: 11,
  }),
  ratio(
    'open_question_share',
    'share, 0 to 1',
    'open / (open + closed), without questions that also earn an sdm code',
    'questions without an sdm code',
    { short: 'open share', rank: 1, source: 'MITI 3.1.1 (Moyers et al. 2010)' },
  ),
  count('empathy', 'moments', 'all empathy.* moments', { rank: 2, source: NURSE }),
  moments('empathy_name', 'empathy.name', NURSE),
  moments('empathy_understand', 'empathy.understand', NURSE),
  moments('empathy_respect', 'empathy.respect', NURSE),
  moments('empathy_support', 'empathy.support', NURSE),
  moments('empathy_explore', 'empathy.explore', NURSE),
  moments('empathy_sympathy', 'empathy.sympathy', 'after VR-CoDES provider responses (Del Piccolo et al. 2011)'),
  moments('reflections', 'listening.reflection', 'MITI 4.2 (Moyers, Manuel & Ernst 2014), per moment', {
    short: 'reflec- tions',
    rank: 7,
  }),
  moments('reflections_complex', 'listening.reflection.complex', 'MITI 4.2 (Moyers, Manuel & Ernst 2014), per moment'),
  ratio(
    'reflection_question_ratio',
    'reflections per question',
    'reflections / (open_questions + closed_questions)',
    'open_questions + closed_questions',
    {
      short: 'refl. per quest.',
      rank: 17,
      source: 'after MITI 4.2 R:Q (Moyers, Manuel & Ernst 2014), per moment, not per volley',
    },
  ),
  moments('patient_cues', 'patient.cue', CUES, { short: 'cues', rank: 8 }),
  count('cues_acknowledged', 'moments', 'cues whose response is acknowledged or explored', {
    source: 'after VR-CoDES provider responses (Del Piccolo et al. 2011)',
  }),
  ratio('cue_acknowledged_rate', 'share, 0 to 1', 'cues_acknowledged / patient_cues', 'patient_cues', {
    short: 'cues met',
    rank: 9,
    source: 'after VR-CoDES provider responses (Del Piccolo et al. 2011)',
  }),
  count('sdm', 'moments', 'all sdm.* moments', { rank: 3, source: THREE_TALK }),
  moments('sdm_choice', 'sdm.choice', THREE_TALK),
  moments('sdm_options', 'sdm.options', THREE_TALK),
  moments('sdm_tradeoffs', 'sdm.tradeoffs', `${THREE_TALK}; ${ELEMENTS}`),
  moments('sdm_preferences', 'sdm.preferences', THREE_TALK),
  moments('sdm_check', 'sdm.check', ELEMENTS),
  moments('sdm_teachback', 'sdm.check.teachback', 'teach-back (Schillinger et al. 2003)'),
  moments('sdm_agree', 'sdm.agree', ELEMENTS),
  count('sdm_stages', 'stages, 0 to 3', 'one each where sdm_choice, sdm_options, sdm_preferences is above 0', {
    short: 'sdm stages',
    rank: 12,
    source: `after the ${THREE_TALK}: evidence of talk, not of quality or order`,
  }),
  moments('patient_preferences', 'patient.preference', 'after OPTION-5 (Elwyn et al. 2013), the patient’s part'),
  index('inquiry_index', 'open_question_share, reflection_question_ratio, clinician_talk_share', {
    short: 'inquiry index',
    rank: 13,
  }),
  index('empathy_index', 'cue_acknowledged_rate, empathy, empathy_explore; empty without cue and empathy', {
    short: 'empathy index',
    rank: 14,
  }),
  index('sdm_index', 'sdm_stages, sdm_tradeoffs, sdm_check, sdm_agree; empty without decision talk and preference', {
    short: 'sdm index',
    rank: 15,
  }),
  index(
    'communication_index',
    'inquiry_index, empathy_index, sdm_index: counted verbal behaviours that the literature ties to trust, no measure of trust',
    {
      short: 'comm. index',
      rank: 4,
    },
  ),
  text('roles', 'labelled, given (by option) or inferred', 'how the speakers’ roles were found'),
  text('flags', 'what makes a figure doubtful, ; between', 'bounds in scoring.yaml', { rank: 5 }),
  text('lexicon', 'hash over the compiled rules, words, scoring and speakers', 'the lexicon in use'),
  text('version', 'version of bedside', 'package.json'),
];

function text(name: string, formula: string, source: string, rest: Rest = {}): Column {
  return { name, type: 'text', unit: 'text', denominator: '', formula, source, ...rest };
}

function count(name: string, unit: string, formula: string, rest: Rest & { source?: string } = {}): Column {
  return { name, type: 'count', unit, denominator: '', formula, source: 'count', ...rest };
}

function moments(name: string, code: string, source: string, rest: Rest = {}): Column {
  return { name, type: 'count', unit: 'moments', denominator: '', formula: `moments of ${code}`, source, ...rest };
}

function ratio(
  name: string,
  unit: string,
  formula: string,
  denominator: string,
  rest: Rest & { source: string },
): Column {
  return { name, type: 'ratio', unit, denominator, formula, ...rest };
}

function index(name: string, parts: string, rest: Rest): Column {
  return {
    name,
    type: 'index',
    unit: '0 to 100',
    denominator: '',
    formula: `weighted mean of ${parts}`,
    source: OURS,
    ...rest,
  };
}
