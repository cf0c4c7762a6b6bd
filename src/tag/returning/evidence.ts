import type { Context } from '../conditions/condition.ts';
import type { Said } from './lists.ts';

/** One sign that a sentence gives back what the patient said, or that it does not. */
export interface Evidence {
  readonly id: string;
  /** One line for the docs, true where the sign is there. */
  readonly about: string;
  /** For (above 0) or against it. */
  readonly points: number;
  readonly test: (facts: Facts) => boolean;
}

/** A sign that is there where the sentence holds something of certain word lists: bits of `LIST`, of each field one at least. */
export interface Wording extends Omit<Evidence, 'test'> {
  /** Before its head, among the openers. */
  readonly openers?: number;
  /** At its head. */
  readonly begins?: number;
  /** From its head on. */
  readonly holds?: number;
  /** Nothing of these at its head. */
  readonly beginsNot?: number;
  /** Nothing of these from its head on. */
  readonly holdsNot?: number;
}

/** A sign that asks how much of it the patient has said before: that is counted last, where the others leave it open. */
export interface Echoing extends Omit<Evidence, 'test'> {
  readonly test: (echoes: Echoes, facts: Facts) => boolean;
}

/** What the evidence on one sentence is read from, gathered once. */
export interface Facts {
  readonly context: Context;
  /** Which word lists it holds something of. */
  readonly said: Said;
  /** Terms of the sentence behind its openers. */
  readonly size: number;
  /** The patient's last floor: its turns, its words. */
  readonly floor: readonly number[];
  readonly floorWords: number;
  /** How many of the clinician's last twelve turns hold a reflection, a question, a word of the body. */
  readonly reflecting: number;
  readonly asking: number;
  readonly bodily: number;
}

/** Content stems of a sentence, and how many of them the patient has said in the last floor, and in the whole visit. */
export interface Echoes {
  readonly stems: number;
  readonly fresh: number;
  readonly echoed: number;
  readonly heard: number;
}

/** Whether the sentence holds something of any of the lists, openers left out. */
export function inSentence({ said }: Facts, lists: number): boolean {
  return (said.holds & lists) !== 0;
}
