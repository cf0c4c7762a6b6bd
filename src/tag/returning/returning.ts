import type { Context } from '../conditions/condition.ts';
import type { Memory } from '../memory.ts';
import { echoing } from './echoing.ts';
import { echoesOf, factsOf } from './facts.ts';
import type { Said } from './lists.ts';
import { place } from './place.ts';
import { phrasing, wording } from './wording.ts';

/** What a sentence without any sign is worth: most sentences are no reflections. */
const AT_FIRST = -15;

/** The signs of place and mark, those that weigh most first, and what speaks for it before what speaks against. */
const signs = [...phrasing, ...place].sort(
  (a, b) => Number(b.points > 0) - Number(a.points > 0) || weight(b) - weight(a),
);
const tests = signs.map(({ test }) => test);
const points = Int32Array.from(signs, (sign) => sign.points);
/** The most that the signs from each on could add. */
const most = Int32Array.from([...signs, undefined], (_, k) => gain(signs.slice(k)) + gain(echoing));

function weight(sign: { readonly points: number }): number {
  return Math.abs(sign.points);
}

function gain(of: readonly { readonly points: number }[]): number {
  return of.reduce((sum, sign) => sum + Math.max(0, sign.points), 0);
}

/** The sentence that was weighed last, and its points, or what they cannot exceed: a sentence's matches come together. */
let last = { memory: undefined as Memory | undefined, position: -1, from: -1, points: 0, isExact: false };

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
  last = { memory, position, from, points: sum, isExact: sum >= least };
  return sum >= least;
}

/** The points of the context's sentence where they are `least` or more, else something below. */
function weigh(context: Context, least: number): number {
  const facts = factsOf(context);
  let sum = AT_FIRST + worded(facts.said);
  for (let k = 0; k < tests.length; k += 1) {
    if (sum + most[k] < least) return sum + most[k];
    if (tests[k](facts)) sum += points[k];
  }
  if (sum + most[tests.length] < least) return sum + most[tests.length];
  const echoes = echoesOf(facts);
  for (const sign of echoing) if (sign.test(echoes, facts)) sum += sign.points;
  return sum;
}

/** The numbers of a sign of wording: its bits, and its points. */
const WORDED = { openers: 0, begins: 1, holds: 2, beginsNot: 3, holdsNot: 4, points: 5, size: 6 } as const;
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
