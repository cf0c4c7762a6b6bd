import { affirmed } from '../conditions/affirmed.ts';
import type { Evidence, Facts } from './evidence.ts';

/** How long the sentence is, where in its turn it stands, what was said before and after. */
export const place: readonly Evidence[] = [
  { id: 'one-word', about: 'It has one word.', points: -12, test: (f) => f.size <= 1 },
  { id: 'two-words', about: 'It has two words.', points: -4, test: (f) => f.size === 2 },
  { id: 'some-words', about: 'It has three to six words.', points: 6, test: (f) => f.size > 2 && f.size < 7 },
  { id: 'many-words', about: 'It has seven to twenty-five words.', points: 5, test: (f) => f.size > 6 && f.size < 26 },
  { id: 'most-words', about: 'It has more than twenty-five words.', points: 5, test: (f) => f.size > 25 },
  {
    id: 'first',
    about: 'No sentence stands before it in its turn.',
    points: 7,
    test: ({ context: c }) => c.sentence.from === 0,
  },
  { id: 'last', about: 'No sentence follows in its turn.', points: 4, test: isLast },
  {
    id: 'long-turn',
    about: 'Its turn has more than forty words.',
    points: -7,
    test: ({ context: c }) => c.text.ids.length > 40,
  },
  {
    id: 'very-long-turn',
    about: 'Its turn has more than eighty words.',
    points: -2,
    test: ({ context: c }) => c.text.ids.length > 80,
  },
  { id: 'no-floor', about: 'The patient has not spoken before it.', points: -4, test: (f) => f.floorWords === 0 },
  {
    id: 'long-floor',
    about: "The patient's last floor has twelve words or more.",
    points: 3,
    test: (f) => f.floorWords >= 12,
  },
  { id: 'after-question', about: "The patient's last floor ends on a question.", points: -10, test: endsOnQuestion },
  {
    id: 'affirmed',
    about: "The patient's next turn begins with yes or no.",
    points: 7,
    test: ({ context: c }) => affirmed.test(c),
  },
  {
    id: 'affirmed-at-once',
    about: 'The patient says yes or no right after it.',
    points: 2,
    test: (f) => isLast(f) && affirmed.test(f.context),
  },
  { id: 'short-answer', about: 'The patient answers with two words at most.', points: 3, test: isAnsweredShortly },
  {
    id: 'habit-none',
    about: "None of the clinician's last twelve turns holds a reflection.",
    points: -9,
    test: (f) => f.reflecting === 0,
  },
  {
    id: 'habit-more',
    about: "Five or more of the clinician's last twelve turns hold a reflection.",
    points: 6,
    test: (f) => f.reflecting > 4,
  },
  {
    id: 'asking',
    about: "Six or more of the clinician's last twelve turns ask.",
    points: -6,
    test: (f) => f.asking >= 6,
  },
  {
    id: 'bodily',
    about: "Three or more of the clinician's last twelve turns speak of the body.",
    points: -4,
    test: (f) => f.bodily >= 3,
  },
  {
    id: 'bodily-more',
    about: "Six or more of the clinician's last twelve turns speak of the body.",
    points: -8,
    test: (f) => f.bodily >= 6,
  },
  {
    id: 'opening',
    about: 'It is among the first four turns of the visit.',
    points: -5,
    test: ({ context: c }) => c.position < 4,
  },
];

function isLast({ context: { text, sentence } }: Facts): boolean {
  return sentence.to === text.ids.length;
}

function endsOnQuestion({ floor, context: { turns } }: Facts): boolean {
  const sentences = floor.length > 0 ? turns[floor[0]].sentences : [];
  return sentences.length > 0 && sentences[sentences.length - 1].question !== 'no';
}

function isAnsweredShortly({ context: { turns, position, text } }: Facts): boolean {
  const next = turns[position + 1];
  return next !== undefined && next.turn.role !== text.turn.role && next.ids.length > 0 && next.ids.length <= 2;
}
