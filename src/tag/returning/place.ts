import { affirmed } from '../conditions/affirmed.ts';
import type { Evidence, Facts } from './evidence.ts';

/** How long the sentence is, where in its turn it stands, what was said before and after. */
export const place: readonly Evidence[] = [
  { id: 'one-word', about: 'It has one word.', points: -13, test: (f) => f.size <= 1 },
  {
    id: 'first',
    about: 'No sentence stands before it in its turn.',
    points: 7,
    test: ({ context: c }) => c.sentence.from === c.text.from,
  },
  {
    id: 'long-turn',
    about: 'Its turn has more than forty words.',
    points: -9,
    test: ({ context: c }) => c.text.to - c.text.from > 40,
  },
  {
    id: 'long-floor',
    about: "The patient's last floor has twelve words or more.",
    points: 5,
    test: (f) => f.floorWords >= 12,
  },
  { id: 'after-question', about: "The patient's last floor ends on a question.", points: -10, test: endsOnQuestion },
  {
    id: 'affirmed',
    about: "The patient's next turn begins with yes or no.",
    points: 4,
    test: ({ context: c }) => affirmed.test(c),
  },
  {
    id: 'affirmed-at-once',
    about: 'The patient says yes or no right after it.',
    points: 7,
    test: (f) => isLast(f) && affirmed.test(f.context),
  },
  {
    id: 'habit-none',
    about: "None of the clinician's last twelve turns holds a reflection.",
    points: -10,
    test: (f) => f.reflecting === 0,
  },
  {
    id: 'habit-more',
    about: "Five or more of the clinician's last twelve turns hold a reflection.",
    points: 7,
    test: (f) => f.reflecting > 4,
  },
  {
    id: 'bodily',
    about: "Three or more of the clinician's last twelve turns speak of the body.",
    points: -8,
    test: (f) => f.bodily >= 3,
  },
  {
    id: 'bodily-more',
    about: "Six or more of the clinician's last twelve turns speak of the body.",
    points: -11,
    test: (f) => f.bodily >= 6,
  },
  {
    id: 'early',
    about: 'It is among the first four turns of the visit, or the patient has not spoken before it.',
    points: -5,
    test: ({ context: c, floorWords }) => c.position < 4 || floorWords === 0,
  },
];

function isLast({ context: { text, sentence } }: Facts): boolean {
  return sentence.to === text.to;
}

function endsOnQuestion({ floor, context: { turns } }: Facts): boolean {
  const sentences = floor.length > 0 ? turns[floor[0]].sentences : [];
  return sentences.length > 0 && sentences[sentences.length - 1].question !== 'no';
}
