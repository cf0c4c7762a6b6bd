import type { Evidence } from './evidence.ts';

/** What of the sentence the patient has said. */
export const echoing: readonly Evidence[] = [
  {
    id: 'echo-more',
    about: "Two or more content words are of the patient's last floor.",
    points: 8,
    test: (f) => f.echoed > 1,
  },
  {
    id: 'echo-earlier',
    about: 'A content word is what the patient said earlier in the visit.',
    points: 5,
    test: (f) => f.heard > f.echoed,
  },
  { id: 'no-content', about: 'There is no content word.', points: -18, test: (f) => f.stems === 0 },
  {
    id: 'fresh-some',
    about: 'Two to six content words are new in the visit.',
    points: -6,
    test: (f) => f.fresh > 1 && f.fresh < 7,
  },
  {
    id: 'fresh-many',
    about: 'Seven content words or more are new in the visit.',
    points: -14,
    test: (f) => f.fresh >= 7,
  },
  {
    id: 'unheard',
    about: 'No content word has been said by the patient.',
    points: -4,
    test: (f) => f.stems > 0 && f.heard === 0,
  },
];
