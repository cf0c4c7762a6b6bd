import { type Evidence, isUnheard } from './evidence.ts';

/** What of the sentence the patient has said. */
export const echoing: readonly Evidence[] = [
  { id: 'echo-one', about: "One content word is of the patient's last floor.", points: 5, test: (f) => f.echoed === 1 },
  {
    id: 'echo-two',
    about: "Two content words are of the patient's last floor.",
    points: 7,
    test: (f) => f.echoed === 2,
  },
  {
    id: 'echo-more',
    about: "Three or more content words are of the patient's last floor.",
    points: 9,
    test: (f) => f.echoed > 2,
  },
  {
    id: 'echo-earlier',
    about: 'A content word is what the patient said earlier in the visit.',
    points: 3,
    test: (f) => f.heard > f.echoed,
  },
  {
    id: 'heard-all',
    about: 'Every content word is the patient’s of this visit.',
    points: 6,
    test: (f) => f.stems > 1 && f.fresh === 0,
  },
  { id: 'no-content', about: 'There is no content word.', points: -14, test: (f) => f.stems === 0 },
  {
    id: 'fresh-two',
    about: 'Two or three content words are new in the visit.',
    points: -5,
    test: (f) => f.fresh === 2 || f.fresh === 3,
  },
  {
    id: 'fresh-four',
    about: 'Four to six content words are new in the visit.',
    points: -5,
    test: (f) => f.fresh >= 4 && f.fresh < 7,
  },
  {
    id: 'fresh-seven',
    about: 'Seven content words or more are new in the visit.',
    points: -11,
    test: (f) => f.fresh >= 7,
  },
  {
    id: 'unheard-bodily',
    about: 'The same, in a visit that speaks of the body.',
    points: -6,
    test: (f) => isUnheard(f) && f.bodily >= 2,
  },
  {
    id: 'unheard-all',
    about: 'No content word has been said by the patient.',
    points: -3,
    test: (f) => f.stems > 0 && f.heard === 0,
  },
];
