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
    ofTurn: true,
    about: 'Its turn has more than forty words.',
    points: -9,
    test: ({ context: c }) => c.text.to - c.text.from > 40,
  },
  {
    id: 'long-floor',
    ofTurn: true,
    about: "The patient's last floor has twelve words or more.",
    points: 5,
    test: ({ turn }) => turn.floorWords >= 12,
  },
  {
    id: 'after-question',
    ofTurn: true,
    about: "The patient's last floor ends on a question.",
    points: -10,
    test: endsOnQuestion,
  },
  {
    id: 'affirmed',
    ofTurn: true,
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
    ofTurn: true,
    about: "None of the clinician's last twelve turns holds a reflection.",
    points: -10,
    test: ({ turn }) => turn.reflecting === 0,
  },
  {
    id: 'habit-more',
    ofTurn: true,
    about: "Five or more of the clinician's last twelve turns hold a reflection.",
    points: 7,
    test: ({ turn }) => turn.reflecting > 4,
  },
  {
    id: 'bodily',
    ofTurn: true,
    about: "Three or more of the clinician's last twelve turns speak of the body.",
    points: -8,
    test: ({ turn }) => turn.bodily >= 3,
  },
  {
    id: 'bodily-more',
    ofTurn: true,
    about: "Six or more of the clinician's last twelve turns speak of the body.",
    points: -11,
    test: ({ turn }) => turn.bodily >= 6,
  },
  {
    id: 'early',
    ofTurn: true,
    about: 'It is among the first four turns of the visit, or the patient has not spoken before it.',
    points: -5,
    test: ({ context: c, turn }) => c.position < 4 || turn.floorWords === 0,
  },
];

function isLast({ context: { text, sentence } }: Facts): boolean {
  return sentence.to === text.to;
}

function endsOnQuestion({ turn: { floorLast }, context: { turns } }: Facts): boolean {
  const sentences = floorLast < 0 ? [] : turns[floorLast].sentences;
  return sentences.length > 0 && sentences[sentences.length - 1].question !== 'no';
}
