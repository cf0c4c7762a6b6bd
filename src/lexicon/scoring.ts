/** Columns of counts, ratios and indices that an index may be made of, in the order of the columns. */
export const MEASURES: readonly string[] = [
  'turns',
  'clinician_turns',
  'patient_turns',
  'other_turns',
  'words',
  'clinician_words',
  'patient_words',
  'other_words',
  'clinician_talk_share',
  'duration_s',
  'open_questions',
  'closed_questions',
  'open_question_share',
  'empathy',
  'empathy_name',
  'empathy_understand',
  'empathy_respect',
  'empathy_support',
  'empathy_explore',
  'empathy_sympathy',
  'reflections',
  'reflections_complex',
  'reflection_question_ratio',
  'patient_cues',
  'cues_acknowledged',
  'cue_acknowledged_rate',
  'sdm',
  'sdm_choice',
  'sdm_options',
  'sdm_tradeoffs',
  'sdm_preferences',
  'sdm_check',
  'sdm_teachback',
  'sdm_agree',
  'sdm_stages',
  'patient_preferences',
  'inquiry_index',
  'empathy_index',
  'sdm_index',
  'communication_index',
];

export const INDICES: readonly string[] = ['inquiry_index', 'empathy_index', 'sdm_index', 'communication_index'];

/** In the order in which they stand in a row. */
export const FLAGS: readonly string[] = [
  'roles-swapped?',
  'no-patient',
  'no-clinician',
  'several-clinicians',
  'short',
  'few-questions',
  'few-cues',
  'unpunctuated',
  'not-english?',
];

/** Faults of a parsed scoring.yaml in words; none where it is a `Scoring`. */
export function checkScoring(value: unknown): string[] {
  if (!isRecord(value)) return ['the file holds neither indices nor flags'];
  const faults = Object.keys(value)
    .filter((key) => key !== 'indices' && key !== 'flags')
    .map((key) => `unknown key ${key}: the file has indices and flags`);
  if (isRecord(value.indices)) faults.push(...checkIndices(value.indices));
  else faults.push('indices is missing');
  if (isRecord(value.flags)) faults.push(...checkFlags(value.flags));
  else faults.push('flags is missing');
  return faults;
}

function checkIndices(indices: Record<string, unknown>): string[] {
  const faults = names('indices', indices, INDICES);
  for (const index of INDICES) {
    const weights = indices[index];
    if (weights === undefined) continue;
    if (!Array.isArray(weights) || weights.length === 0) {
      faults.push(`${index}: no columns`);
      continue;
    }
    for (const [k, weight] of weights.entries()) faults.push(...checkWeight(`${index}: entry ${k + 1}`, index, weight));
  }
  return faults;
}

function checkWeight(at: string, index: string, weight: unknown): string[] {
  if (!isRecord(weight)) return [`${at}: column, weight, zero, full and source are missing`];
  const faults = Object.keys(weight)
    .filter((key) => !['column', 'weight', 'zero', 'full', 'source'].includes(key))
    .map((key) => `${at}: unknown key ${key}`);
  const column = typeof weight.column === 'string' ? MEASURES.indexOf(weight.column) : -1;
  if (column < 0) faults.push(`${at}: column is no count, ratio or index of \`bedside columns\``);
  else if (column >= MEASURES.indexOf(index)) faults.push(`${at}: column does not stand before ${index}`);
  if (!isNumber(weight.weight) || weight.weight <= 0) faults.push(`${at}: weight is no number above 0`);
  if (!isNumber(weight.zero) || !isNumber(weight.full)) faults.push(`${at}: zero or full is no number`);
  else if (weight.zero === weight.full) faults.push(`${at}: zero and full are the same`);
  return faults.concat(checkSource(at, weight.source));
}

function checkFlags(flags: Record<string, unknown>): string[] {
  const faults = names('flags', flags, FLAGS);
  for (const flag of FLAGS) {
    const bound = flags[flag];
    if (bound === undefined) continue;
    if (!isRecord(bound)) {
      faults.push(`${flag}: value, doubts and source are missing`);
      continue;
    }
    if (!isNumber(bound.value)) faults.push(`${flag}: value is no number`);
    for (const key of ['notes', 'least']) {
      if (bound[key] !== undefined && !isNumber(bound[key])) faults.push(`${flag}: ${key} is no number`);
    }
    const doubts = bound.doubts;
    if (!Array.isArray(doubts) || !doubts.every((d) => d === 'ratios' || MEASURES.includes(d))) {
      faults.push(`${flag}: doubts is no list of columns`);
    }
    faults.push(...checkSource(flag, bound.source));
  }
  return faults;
}

function checkSource(at: string, source: unknown): string[] {
  return typeof source === 'string' && source.trim() !== ''
    ? []
    : [`${at}: source is missing; where there is none write: none (our choice)`];
}

function names(where: string, found: Record<string, unknown>, wanted: readonly string[]): string[] {
  return [
    ...Object.keys(found)
      .filter((key) => !wanted.includes(key))
      .map((key) => `${where}: unknown name ${key}; there are ${wanted.join(', ')}`),
    ...wanted.filter((key) => found[key] === undefined).map((key) => `${where}: ${key} is missing`),
  ];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
