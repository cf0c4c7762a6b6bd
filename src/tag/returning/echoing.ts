import { type Echoing, inSentence } from './evidence.ts';
import { LIST } from './lists.ts';

/** What of the sentence the patient has said. */
export const echoing: readonly Echoing[] = [
  {
    id: 'echo-more',
    about: "Two or more content words are of the patient's last floor.",
    points: 8,
    test: (e) => e.echoed > 1,
  },
  {
    id: 'echo-earlier',
    about: 'A content word is what the patient said earlier in the visit.',
    points: 5,
    test: (e) => e.heard > e.echoed,
  },
  { id: 'no-content', about: 'There is no content word.', points: -18, test: (e) => e.stems === 0 },
  {
    id: 'fresh-some',
    about: 'Two to six content words are new in the visit.',
    points: -6,
    test: (e) => e.fresh > 1 && e.fresh < 7,
  },
  {
    id: 'fresh-many',
    about: 'Seven content words or more are new in the visit.',
    points: -14,
    test: (e) => e.fresh >= 7,
  },
  {
    id: 'unheard',
    about: 'No content word has been said by the patient.',
    points: -4,
    test: (e) => e.stems > 0 && e.heard === 0,
  },
  {
    id: 'marked-fresh',
    about: 'A question mark, and no content word is of the last floor.',
    points: -5,
    test: (e, f) => f.context.sentence.mark === '?' && e.echoed === 0 && e.stems > 0,
  },
  {
    id: 'bodily-word',
    about: 'It speaks of the body, none of it is of the last floor, and most of it is new in the visit.',
    points: -5,
    test: (e, f) => e.stems > 0 && e.echoed === 0 && e.heard * 2 < e.stems && inSentence(f, LIST.Bodily),
  },
];
