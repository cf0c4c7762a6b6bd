import type { Lexicon } from '../../lexicon/types.ts';
import { takes, type Vocabulary } from '../../lexicon/vocabulary.ts';
import type { Segmented, Sentence } from '../../segment/types.ts';
import type { Memory } from '../memory.ts';
import type { Hit } from '../scan.ts';

/** What a condition may look at: the match, its turn's words, and what was said before. */
export interface Context {
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  /** All turns of the visit, in order. */
  readonly turns: readonly Segmented[];
  /** Index of the match's turn. */
  readonly position: number;
  readonly text: Segmented;
  readonly sentence: Sentence;
  readonly hit: Hit;
  readonly memory: Memory;
}

/** One thing that a pattern cannot say. */
export interface Condition {
  /** What `when:` and `unless:` name. */
  readonly id: string;
  /** One sentence for `lexicon explain` and the docs, true where the condition holds. */
  readonly about: string;
  readonly test: (context: Context) => boolean;
}

/** Whether a term of [from, to) of the match's turn is in a list of the lexicon. */
export function anyOf(context: Context, list: string, from: number, to: number): boolean {
  const index = context.lexicon.lists[list];
  if (index === undefined) return false;
  const { has } = context.vocabulary.set(index);
  for (let k = Math.max(0, from); k < to; k += 1) if (has[context.text.ids[k]] === 1) return true;
  return false;
}

/** Floors of back-channels alone that are passed over, at most. */
const PASSED = 3;

/** The turns of the other side's last floor; floors of back-channels alone are passed over, since they take no turn. */
export function spokenFloor(context: Context): readonly number[] {
  let at = context.position;
  for (let passed = 0; passed <= PASSED; passed += 1) {
    const floor = context.memory.floorBefore(at);
    if (floor.length === 0 || floor.some((p) => !isBackChannel(context, p))) return floor;
    at = floor[floor.length - 1] - 1;
    if (at < 0 || context.turns[at].turn.role !== context.text.turn.role) return floor;
  }
  return [];
}

function isBackChannel({ lexicon, vocabulary, turns }: Context, position: number): boolean {
  const index = lexicon.lists.BackChannel;
  if (index === undefined) return false;
  const said = vocabulary.set(index);
  const { ids } = turns[position];
  for (let k = 0; k < ids.length; ) {
    const size = takes(said, ids, k, ids.length);
    if (size === 0) return false;
    k += size;
  }
  return true;
}
