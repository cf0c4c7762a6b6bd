import type { Lexicon } from '../../lexicon/types.ts';
import type { Vocabulary } from '../../lexicon/vocabulary.ts';
import type { Segmented, Sentence } from '../../segment/types.ts';
import type { Hit } from '../scan.ts';
import type { Memory } from '../memory.ts';

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
