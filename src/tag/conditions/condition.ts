import type { Lexicon } from '../../lexicon/types.ts';
import { takes, type Vocabulary, vocabularyOf } from '../../lexicon/vocabulary.ts';
import type { Segmented, Sentence } from '../../segment/types.ts';
import { type Floor, floorBefore, type Memory } from '../memory.ts';
import type { Hit } from '../scan.ts';
import { type WordLists, wordListsOf } from './word-lists.ts';

/** What a condition may look at: the match, its turn's words, and what was said before. */
export interface Context {
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  /** The words of lists that conditions ask about. */
  readonly lists: WordLists;
  /** All turns of the visit, in order. */
  readonly turns: readonly Segmented[];
  /** Index of the match's turn. */
  readonly position: number;
  readonly text: Segmented;
  readonly sentence: Sentence;
  readonly hit: Hit;
  readonly memory: Memory;
}

/** A context that is taken from match to match of one visit. */
export type Moving = { -readonly [K in keyof Context]: Context[K] };

const NOWHERE: Hit = { pattern: -1, rule: -1, sentence: -1, from: 0, to: 0 };
/** A sentence without a word. */
export const NOTHING: Sentence = { from: 0, to: 0, head: 0, start: 0, end: 0, mark: '', form: 'none', question: 'no' };

const NO_TURN = { from: 0, to: 0 } as Segmented;

/** The context of a visit's matches; turn, sentence and match are yet to be given. */
export function contextOn(turns: readonly Segmented[], lexicon: Lexicon, memory: Memory): Moving {
  return {
    lexicon,
    vocabulary: vocabularyOf(lexicon),
    lists: wordListsOf(lexicon),
    turns,
    position: -1,
    text: NO_TURN,
    sentence: NOTHING,
    hit: NOWHERE,
    memory,
  };
}

/** One thing that a pattern cannot say. */
export interface Condition {
  /** What `when:` and `unless:` name. */
  readonly id: string;
  /** One sentence for `lexicon explain` and the docs, true where the condition holds. */
  readonly about: string;
  readonly test: (context: Context) => boolean;
  /** Looks at nothing but the sentence's mark and form, so that patterns of rules it refuses need not be tried in the sentence. */
  readonly ofForm?: true;
  /** Takes more than a look at the match's sentence: asked last. */
  readonly costly?: true;
}

/** Whether a term of [from, to) of a turn is among the words of a list. */
export function anyOf(list: Uint8Array, text: Segmented, from: number, to: number): boolean {
  const { ids } = text.terms;
  for (let k = Math.max(from, text.from); k < to; k += 1) if (list[ids[k]] === 1) return true;
  return false;
}

/** Floors of back-channels alone that are passed over, at most. */
const PASSED = 3;

const NO_FLOOR: Floor = { from: 0, to: 0 };

/** The turns of the other side's last floor; floors of back-channels alone are passed over, since they take no turn. */
export function spokenFloor(context: Context): Floor {
  const { memory, turns, text } = context;
  let at = context.position;
  for (let passed = 0; passed <= PASSED; passed += 1) {
    const floor = floorBefore(memory, at);
    for (let p = floor.from; p < floor.to; p += 1) if (!isBackChannel(context, p)) return floor;
    at = floor.from - 1;
    if (floor.from === floor.to || at < 0 || turns[at].turn.role !== text.turn.role) return floor;
  }
  return NO_FLOOR;
}

function isBackChannel({ lexicon, vocabulary, turns }: Context, position: number): boolean {
  const index = lexicon.lists.BackChannel;
  if (index === undefined) return false;
  const said = vocabulary.set(index);
  const { terms, from, to } = turns[position];
  for (let k = from; k < to; ) {
    const size = takes(said, terms, k, to);
    if (size === 0) return false;
    k += size;
  }
  return true;
}
