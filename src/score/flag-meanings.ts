import type { Threshold } from '../lexicon/types.ts';

/** When a flag of `score` stands, in words, for whoever reads a table of scores. */
export const flagMeanings: Readonly<Record<string, (bound: Threshold) => string>> = {
  'roles-swapped?': ({ value, least = 0 }) =>
    `what is said contradicts the labels, clinician and patient may be swapped: support of the roles at or below ${value} (-1 to 1), of ${least} telling phrases or more`,
  'no-patient': ({ value }) => `${words(value)} of the patient's side`,
  'no-clinician': ({ value }) => `${words(value)} of the clinician's side`,
  'several-clinicians': ({ value }) =>
    `${value} speakers or more on the clinician's side: name the one to be scored with --clinician`,
  short: ({ value }) => `fewer than ${value} words: ratios rest on little`,
  'few-questions': ({ value }) =>
    `fewer than ${value} questions of the clinician: ratios over questions rest on little`,
  'few-cues': ({ value }) => `fewer than ${value} cues of the patient: cue_acknowledged_rate rests on little`,
  unpunctuated: ({ value, least = 0 }) =>
    `fewer than ${value} sentences with an end mark a word, in ${least} words or more: questions are told by their words alone`,
  'not-english?': ({ value, notes = value, least = 0 }) =>
    `a share of English function words below ${value} (in notes ${notes}), in ${least} words or more: the rules are for English`,
};

function words(value: number): string {
  return value === 0 ? 'no word' : `at most ${value} words`;
}
