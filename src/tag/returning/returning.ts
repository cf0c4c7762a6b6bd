import type { Context } from '../conditions/condition.ts';
import type { Memory } from '../memory.ts';
import { echoing } from './echoing.ts';
import type { Echoes, Facts, Said, TurnFacts } from './evidence.ts';
import { countEchoes, lookAround } from './facts.ts';
import { listReaderOf } from './lists.ts';
import { place } from './place.ts';
import { phrasing, wording } from './wording.ts';

/** What a sentence without any sign is worth: most sentences are no reflections. */
const AT_FIRST = -15;

const signs = [...phrasing, ...place];
const ofTurn = signs.filter((sign) => sign.ofTurn === true);
const ofSentence = signs.filter((sign) => sign.ofTurn !== true);
/** The most that what a sentence is asked beside its wording could add, and the most of that that its echoes could. */
const MOST = gain(ofSentence) + gain(echoing);
const MOST_OF_ECHOES = gain(echoing);

function gain(of: readonly { readonly points: number }[]): number {
  return of.reduce((sum, sign) => sum + Math.max(0, sign.points), 0);
}

/** What is gathered on the sentence that is weighed, and on its turn: sentences come one after the other. */
const echoes: Echoes = { stems: 0, fresh: 0, echoed: 0, heard: 0 };
const turn: TurnFacts = { floorFrom: 0, floorLast: -1, floorWords: 0, reflecting: 0, asking: 0, bodily: 0 };
const said: Said = { openers: 0, begins: 0, holds: 0 };
const facts = { size: 0, said, turn } as Facts;

/** The turn that was asked about last, and the points of its signs. */
const lastTurn = { memory: undefined as Memory | undefined, position: -1, points: 0 };
/** The sentence that was weighed last, and its points, or what they cannot exceed: a sentence's matches come together. */
const last = { memory: undefined as Memory | undefined, position: -1, from: -1, points: 0, isExact: false };

/**
 * Whether so much speaks for it that the context's sentence gives back what the patient said: the points of every sign that is
 * there, summed, are `least` or more; at 0 as much speaks for it as against. A point is a tenth of a log odds: the points are
 * the weights of a logistic regression on coded visits, rounded; signs that did not help on visits held back are left out.
 * Signs are looked at as long as they can make a difference.
 */
export function returning(context: Context, least: number): boolean {
  const { memory, position } = context;
  const { from } = context.sentence;
  const isKnown = last.memory === memory && last.position === position && last.from === from;
  if (isKnown && (last.isExact || last.points < least)) return last.points >= least;
  const sum = weigh(context, least);
  last.memory = memory;
  last.position = position;
  last.from = from;
  last.points = sum;
  last.isExact = sum >= least;
  return sum >= least;
}

/** The points of the context's sentence where they are `least` or more, else something below. */
function weigh(context: Context, least: number): number {
  const { text, sentence } = context;
  facts.context = context;
  facts.size = sentence.to - sentence.head;
  let sum = AT_FIRST + pointsOfTurn();
  listReaderOf(context.lexicon)(text.terms, sentence, said);
  sum += worded(said);
  if (sum + MOST < least) return sum + MOST;
  for (let k = 0; k < ofSentence.length; k += 1) if (ofSentence[k].test(facts)) sum += ofSentence[k].points;
  if (sum + MOST_OF_ECHOES < least) return sum + MOST_OF_ECHOES;
  countEchoes(context, turn, echoes);
  for (let k = 0; k < echoing.length; k += 1) if (echoing[k].test(echoes, facts)) sum += echoing[k].points;
  return sum;
}

/** The points of the signs that are the same for all sentences of the context's turn. */
function pointsOfTurn(): number {
  const { memory, position } = facts.context;
  if (lastTurn.memory !== memory || lastTurn.position !== position) {
    lookAround(facts.context, turn);
    let sum = 0;
    for (let k = 0; k < ofTurn.length; k += 1) if (ofTurn[k].test(facts)) sum += ofTurn[k].points;
    lastTurn.memory = memory;
    lastTurn.position = position;
    lastTurn.points = sum;
  }
  return lastTurn.points;
}

/** The numbers of a sign of wording: its bits, and its points. */
enum WORDED {
  openers = 0,
  begins = 1,
  holds = 2,
  beginsNot = 3,
  holdsNot = 4,
  points = 5,
  size = 6,
}
/** Where nothing is asked for, anything will do. */
const ANYTHING = 1 << 30;
const table = Int32Array.from(
  wording.flatMap(
    ({ openers = ANYTHING, begins = ANYTHING, holds = ANYTHING, beginsNot = 0, holdsNot = 0, points }) => [
      ...[openers, begins, holds, beginsNot, holdsNot, points],
    ],
  ),
);

/** The points of all signs of wording. */
function worded({ openers, begins, holds }: Said): number {
  let sum = 0;
  for (let k = 0; k < table.length; k += WORDED.size) {
    if (((openers | ANYTHING) & table[k + WORDED.openers]) === 0) continue;
    if (((begins | ANYTHING) & table[k + WORDED.begins]) === 0 || (begins & table[k + WORDED.beginsNot]) !== 0)
      continue;
    if (((holds | ANYTHING) & table[k + WORDED.holds]) === 0 || (holds & table[k + WORDED.holdsNot]) !== 0) continue;
    sum += table[k + WORDED.points];
  }
  return sum;
}
