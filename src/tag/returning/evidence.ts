import type { Context } from '../conditions/condition.ts';

/** One sign that a sentence gives back what the patient said, or that it does not. */
export interface Evidence {
  readonly id: string;
  /** One line for the docs, true where the sign is there. */
  readonly about: string;
  /** For (above 0) or against it. */
  readonly points: number;
  readonly test: (facts: Facts) => boolean;
  /** The same for all sentences of a turn: looked at once. */
  readonly ofTurn?: true;
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

/** Which word lists take something in a sentence, as bits of `LIST`. */
export interface Said {
  /** Before its head, among the openers. */
  openers: number;
  /** At its head. */
  begins: number;
  /** From its head on; what is said in passing (`you know`) is passed over. */
  holds: number;
}

/** What is the same for all sentences of a turn. */
export interface TurnFacts {
  /** Where the patient's last floor begins, its last turn, -1 where there is none, and its words. */
  floorFrom: number;
  floorLast: number;
  floorWords: number;
  /** How many of the clinician's last twelve turns hold a reflection, a question, a word of the body. */
  reflecting: number;
  asking: number;
  bodily: number;
}

/** What the evidence on one sentence is read from, gathered once. */
export interface Facts {
  context: Context;
  /** Which word lists it holds something of. */
  readonly said: Said;
  /** Terms of the sentence behind its openers. */
  size: number;
  readonly turn: TurnFacts;
}

/** Content stems of a sentence, and how many of them the patient has said in the last floor, and in the whole visit. */
export interface Echoes {
  stems: number;
  fresh: number;
  echoed: number;
  heard: number;
}

/** Whether the sentence holds something of any of the lists, openers left out. */
export function inSentence({ said }: Facts, lists: number): boolean {
  return (said.holds & lists) !== 0;
}
