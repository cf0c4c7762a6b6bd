import { atHead, type Evidence, inSentence } from './evidence.ts';
import { LIST } from './lists.ts';

/** How the sentence is worded. */
export const wording: readonly Evidence[] = [
  {
    id: 'so',
    about: '`so` stands before it.',
    points: 7,
    test: ({ said }) => (said.openers & LIST.So) !== 0,
  },
  {
    id: 'lead',
    about: 'It leads into what was heard (it sounds like).',
    points: 10,
    test: (f) => inSentence(f, LIST.ReflectionLead),
  },
  {
    id: 'said-before',
    about: "It announces the patient's words (you mentioned).",
    points: 22,
    test: (f) => inSentence(f, LIST.SaidBefore),
  },
  {
    id: 'you-first',
    about: 'It begins with you.',
    points: 6,
    test: (f) => atHead(f, LIST.SecondPerson) && !atHead(f, LIST.Your),
  },
  {
    id: 'you',
    about: 'It speaks of the patient (you, your).',
    points: 12,
    test: (f) => inSentence(f, LIST.SecondPerson),
  },
  {
    id: 'you-are',
    about: "It tells the patient's state or doing (you are, you have been).",
    points: 6,
    test: (f) => inSentence(f, LIST.YouAre),
  },
  {
    id: 'you-may',
    about: 'It tells what the patient may or should do.',
    points: -6,
    test: (f) => inSentence(f, LIST.YouMay),
  },
  {
    id: 'other-subject',
    about: "It begins with somebody of the patient's life.",
    points: 9,
    test: (f) => atHead(f, LIST.OtherSubject),
  },
  {
    id: 'i-first',
    about: 'It begins with I.',
    points: -14,
    test: (f) => atHead(f, LIST.FirstPerson) && !inSentence(f, LIST.ReflectionLead),
  },
  {
    id: 'i',
    about: 'It speaks of the clinician.',
    points: -5,
    test: (f) => inSentence(f, LIST.FirstPerson) && !inSentence(f, LIST.ReflectionLead),
  },
  {
    id: 'asks',
    about: 'It begins with a question word, and not as a lead (what I hear is).',
    points: -10,
    test: (f) => atHead(f, LIST.Asks) && !inSentence(f, LIST.ReflectionLead),
  },
  {
    id: 'asks-within',
    about: 'A short sentence holds a question word.',
    points: -10,
    test: (f) => f.size < 12 && inSentence(f, LIST.AsksInside) && !inSentence(f, LIST.ReflectionLead),
  },
  {
    id: 'teaches',
    about: 'It holds a word of findings, records, advice or teaching.',
    points: -5,
    test: (f) => inSentence(f, LIST.Examined | LIST.Information | LIST.PlanWord),
  },
  {
    id: 'courtesy',
    about: 'It greets, thanks or takes leave.',
    points: -14,
    test: (f) => inSentence(f, LIST.Courtesy),
  },
  { id: 'supposing', about: 'It supposes (if, unless).', points: -13, test: (f) => inSentence(f, LIST.Supposing) },
  {
    id: 'inner-life',
    about: 'It holds a word of feeling, wanting or valuing.',
    points: 6,
    test: (f) => inSentence(f, LIST.InnerLife),
  },
  {
    id: 'it-is-verdict',
    about: "It judges what was said (that's great).",
    points: -4,
    test: (f) => atHead(f, LIST.ItOrThat) && inSentence(f, LIST.Verdict),
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
