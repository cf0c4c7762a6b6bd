import type { Scoring, Threshold } from '../lexicon/types.ts';

/** What a flag says, in plain words, with its bound. */
const WORDS: Readonly<Record<string, (bound: Threshold) => string>> = {
  'roles-swapped?': () => 'the labels contradict what is said: clinician and patient may be swapped',
  'no-patient': () => 'nobody speaks for the patient',
  'no-clinician': () => 'nobody speaks for the clinician',
  'several-clinicians': () => "several people speak for the clinician's side, and are counted together",
  short: ({ value }) => `fewer than ${value} words`,
  'few-questions': ({ value }) => `fewer than ${value} questions: one more or less moves the shares a lot`,
  'few-cues': ({ value }) => `fewer than ${value} cues: one answer more or less moves the rate a lot`,
  unpunctuated: () => 'written without punctuation: sentences are guessed',
  'not-english?': () => 'may not be English, which the rules are for',
};

/** The flags of a score in plain words, each with what it makes doubtful. */
export function flagWords(flags: string, { flags: bounds }: Scoring): string[] {
  return flags
    .split(';')
    .filter((flag) => flag !== '')
    .map((flag) => {
      const bound = bounds[flag];
      const doubts = bound?.doubts ?? [];
      const what = bound ? (WORDS[flag]?.(bound) ?? flag) : flag;
      if (doubts.length === 0) return `${flag}: ${what}`;
      const doubtful = doubts.includes('ratios') ? 'every share, rate and index' : doubts.join(', ');
      return `${flag}: ${what}. Doubtful: ${doubtful}`;
    });
}
