import { type Evidence, inSentence, type Wording } from './evidence.ts';
import { LIST } from './lists.ts';

/** How the sentence is worded, as its word lists tell. */
export const wording: readonly Wording[] = [
  {
    id: 'so',
    about: '`so` stands before it.',
    points: 7,
    openers: LIST.So,
  },
  {
    id: 'lead',
    about: 'It leads into what was heard (it sounds like).',
    points: 10,
    holds: LIST.ReflectionLead,
  },
  {
    id: 'said-before',
    about: "It announces the patient's words (you mentioned).",
    points: 22,
    holds: LIST.SaidBefore,
  },
  {
    id: 'you-first',
    about: 'It begins with you.',
    points: 6,
    begins: LIST.SecondPerson,
    beginsNot: LIST.Your,
  },
  {
    id: 'you',
    about: 'It speaks of the patient (you, your).',
    points: 12,
    holds: LIST.SecondPerson,
  },
  {
    id: 'you-are',
    about: "It tells the patient's state or doing (you are, you have been).",
    points: 6,
    holds: LIST.YouAre,
  },
  {
    id: 'you-may',
    about: 'It tells what the patient may or should do.',
    points: -6,
    holds: LIST.YouMay,
  },
  {
    id: 'other-subject',
    about: "It begins with somebody of the patient's life.",
    points: 9,
    begins: LIST.OtherSubject,
  },
  {
    id: 'i-first',
    about: 'It begins with I.',
    points: -14,
    begins: LIST.FirstPerson,
    holdsNot: LIST.ReflectionLead,
  },
  {
    id: 'i',
    about: 'It speaks of the clinician.',
    points: -5,
    holds: LIST.FirstPerson,
    holdsNot: LIST.ReflectionLead,
  },
  {
    id: 'asks',
    about: 'It begins with a question word, and not as a lead (what I hear is).',
    points: -10,
    begins: LIST.Asks,
    holdsNot: LIST.ReflectionLead,
  },
  {
    id: 'teaches',
    about: 'It holds a word of findings, records, advice or teaching.',
    points: -5,
    holds: LIST.Examined | LIST.Information | LIST.PlanWord,
  },
  {
    id: 'courtesy',
    about: 'It greets, thanks or takes leave.',
    points: -14,
    holds: LIST.Courtesy,
  },
  {
    id: 'supposing',
    about: 'It supposes (if, unless).',
    points: -13,
    holds: LIST.Supposing,
  },
  {
    id: 'inner-life',
    about: 'It holds a word of feeling, wanting or valuing.',
    points: 6,
    holds: LIST.InnerLife,
  },
  {
    id: 'it-is-verdict',
    about: "It judges what was said (that's great).",
    points: -4,
    begins: LIST.ItOrThat,
    holds: LIST.Verdict,
  },
];

/** How it is worded, with its length, its mark or its form. */
export const phrasing: readonly Evidence[] = [
  {
    id: 'asks-within',
    about: 'A short sentence holds a question word.',
    points: -10,
    test: (f) => f.size < 12 && inSentence(f, LIST.AsksInside) && !inSentence(f, LIST.ReflectionLead),
  },
  {
    id: 'marked-form',
    about: 'A question by its mark and its form.',
    points: -18,
    test: ({ context: { sentence } }) => sentence.mark === '?' && sentence.form === 'asked',
  },
  {
    id: 'marked-you-lead',
    about: 'A question mark, and it leads into what was heard.',
    points: -6,
    test: (f) =>
      f.context.sentence.mark === '?' && (inSentence(f, LIST.ReflectionLead) || inSentence(f, LIST.SaidBefore)),
  },
  {
    id: 'form-you',
    about: 'It is a question by its form about the patient.',
    points: -16,
    test: (f) => f.context.sentence.question === 'form' && inSentence(f, LIST.SecondPerson),
  },
];
