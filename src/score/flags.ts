import { FLAGS } from '../lexicon/scoring.ts';
import type { Lexicon, Threshold } from '../lexicon/types.ts';
import { bare } from '../segment/labels.ts';
import { labelsContradicted } from '../segment/swapped.ts';
import type { Segmented } from '../segment/types.ts';
import type { Visit } from '../visit.ts';
import { hasFewerFunctionWords } from './content.ts';
import type { Measures } from './measures.ts';

interface Facts {
  readonly visit: Visit;
  readonly m: Measures;
  readonly segmented: readonly Segmented[];
  readonly lexicon: Lexicon;
}

/** When each flag stands, given its bound in scoring.yaml. */
const JUDGES: Readonly<Record<string, (facts: Facts, bound: Threshold) => boolean>> = {
  'roles-swapped?': ({ segmented, lexicon }) => labelsContradicted(segmented, lexicon),
  'no-patient': ({ m }, { value }) => (m.patient_words ?? 0) <= value,
  'no-clinician': ({ m }, { value }) => (m.clinician_words ?? 0) <= value,
  'several-clinicians': ({ visit }, { value }) => clinicians(visit) >= value,
  short: ({ m }, { value }) => (m.words ?? 0) < value,
  'few-questions': ({ m }, { value }) =>
    m.open_questions !== null && (m.open_questions ?? 0) + (m.closed_questions ?? 0) < value,
  'few-cues': ({ m }, { value }) => m.patient_cues !== null && (m.patient_cues ?? 0) < value,
  unpunctuated: ({ m, segmented }, { value, least = 0 }) =>
    (m.words ?? 0) >= least && hasFewerMarks(segmented, value * (m.words ?? 0)),
  'not-english?': ({ visit, m, segmented, lexicon }, { value, notes = value, least = 0 }) =>
    (m.words ?? 0) >= least && hasFewerFunctionWords(segmented, lexicon, visit.kind === 'note' ? notes : value),
};

/** What a note is judged by: the rest is about talk. */
const OF_NOTES = ['not-english?'];

/** The flags of a visit, `;` between, in the order of the docs; '' where nothing is doubtful. */
export function flagsOf(visit: Visit, measures: Measures, lexicon: Lexicon, segmented: readonly Segmented[]): string {
  const facts = { visit, m: measures, segmented, lexicon };
  const asked = visit.kind === 'note' ? OF_NOTES : FLAGS;
  return asked.filter((flag) => JUDGES[flag](facts, lexicon.scoring.flags[flag])).join(';');
}

function clinicians(visit: Visit): number {
  const labels = new Set<string>();
  for (const { role, speaker } of visit.turns) if (role === 'clinician') labels.add(speaker);
  return labels.size < 2 ? labels.size : new Set([...labels].map(bare)).size;
}

/** Whether fewer sentences than `bound` end with a mark; a visit is read as far as that takes. */
function hasFewerMarks(segmented: readonly Segmented[], bound: number): boolean {
  let marks = 0;
  for (const { sentences } of segmented) {
    for (const { mark } of sentences) if (mark !== '') marks += 1;
    if (marks >= bound) return false;
  }
  return marks < bound;
}
