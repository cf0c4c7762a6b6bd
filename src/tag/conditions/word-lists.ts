import type { Lexicon } from '../../lexicon/types.ts';
import { vocabularyOf } from '../../lexicon/vocabulary.ts';

/** The lists whose single words conditions ask about: by word id, 1 for a word of the list. */
export interface WordLists {
  readonly Bodily: Uint8Array;
  readonly Interrogative: Uint8Array;
  readonly Negation: Uint8Array;
  readonly NoDenial: Uint8Array;
  readonly Opinion: Uint8Array;
  readonly OtherPerson: Uint8Array;
  readonly PlanTalk: Uint8Array;
  readonly Saying: Uint8Array;
  readonly SecondPerson: Uint8Array;
  readonly Self: Uint8Array;
  readonly Supposing: Uint8Array;
  readonly ThirdPerson: Uint8Array;
  readonly TurnAway: Uint8Array;
  readonly Unfinished: Uint8Array;
  readonly YesNo: Uint8Array;
}

const made = new WeakMap<Lexicon, WordLists>();

/** The lists of a lexicon; one that it does not have is empty. */
export function wordListsOf(lexicon: Lexicon): WordLists {
  let lists = made.get(lexicon);
  if (!lists) {
    const vocabulary = vocabularyOf(lexicon);
    const none = new Uint8Array(vocabulary.words);
    const of = (name: keyof WordLists): Uint8Array => {
      const at = lexicon.lists[name];
      return at === undefined ? none : vocabulary.set(at).has;
    };
    lists = {
      Bodily: of('Bodily'),
      Interrogative: of('Interrogative'),
      Negation: of('Negation'),
      NoDenial: of('NoDenial'),
      Opinion: of('Opinion'),
      OtherPerson: of('OtherPerson'),
      PlanTalk: of('PlanTalk'),
      Saying: of('Saying'),
      SecondPerson: of('SecondPerson'),
      Self: of('Self'),
      Supposing: of('Supposing'),
      ThirdPerson: of('ThirdPerson'),
      TurnAway: of('TurnAway'),
      Unfinished: of('Unfinished'),
      YesNo: of('YesNo'),
    };
    made.set(lexicon, lists);
  }
  return lists;
}
