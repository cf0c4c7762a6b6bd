import { takes } from '../../lexicon/vocabulary.ts';
import type { Context } from '../conditions/condition.ts';

/** One sign that a sentence gives back what the patient said, or that it does not. */
export interface Evidence {
  readonly id: string;
  /** One line for the docs, true where the sign is there. */
  readonly about: string;
  /** For (above 0) or against it. */
  readonly points: number;
  readonly test: (facts: Facts) => boolean;
}

/** What the evidence on one sentence is read from, gathered once. */
export interface Facts {
  readonly context: Context;
  /** Terms of the sentence behind its openers. */
  readonly size: number;
  /** Content stems, and how many of them the patient has said in the last floor, and in the whole visit. */
  readonly stems: number;
  readonly fresh: number;
  readonly echoed: number;
  readonly heard: number;
  /** The patient's last floor: its turns, its words. */
  readonly floor: readonly number[];
  readonly floorWords: number;
  /** How many of the clinician's last twelve turns hold a reflection, a question, a word of the body. */
  readonly reflecting: number;
  readonly asking: number;
  readonly bodily: number;
}

/** Whether a list takes something that begins in terms [from, to) of the match's turn. */
export function holds(context: Context, list: string, from: number, to: number): boolean {
  const index = context.lexicon.lists[list];
  if (index === undefined) return false;
  const set = context.vocabulary.set(index);
  const end = context.sentence.to;
  for (let k = from; k < to; k += 1) if (takes(set, context.text.terms, k, end) > 0) return true;
  return false;
}

/** The same, with what is said in passing (`you know`) passed over. */
export function holdsInEarnest(context: Context, list: string, from: number, to: number): boolean {
  const { lists } = context.lexicon;
  if (lists[list] === undefined) return false;
  const set = context.vocabulary.set(lists[list]);
  const passing = lists.InPassing === undefined ? undefined : context.vocabulary.set(lists.InPassing);
  const end = context.sentence.to;
  let k = from;
  while (k < to) {
    const passed = passing ? takes(passing, context.text.terms, k, end) : 0;
    if (passed === 0 && takes(set, context.text.terms, k, end) > 0) return true;
    k += Math.max(1, passed);
  }
  return false;
}

/** Whether the sentence holds something of a list, openers left out. */
export function inSentence({ context }: Facts, list: string): boolean {
  return holdsInEarnest(context, list, context.sentence.head, context.sentence.to);
}

/** Whether the sentence begins, behind its openers, with something of a list. */
export function atHead({ context }: Facts, list: string): boolean {
  return holds(context, list, context.sentence.head, context.sentence.head + 1);
}

/** Whether nothing of it is of the patient's last floor, and most of it is new in the visit. */
export function isUnheard({ stems, echoed, heard }: Facts): boolean {
  return stems > 0 && echoed === 0 && heard * 2 < stems;
}
