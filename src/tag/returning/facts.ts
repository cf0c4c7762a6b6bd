import type { Role } from '../../visit.ts';
import { anyOf, type Context } from '../conditions/condition.ts';
import { floorBefore, heard, heardSince, stemsIn, TOLD } from '../memory.ts';
import type { Echoes, TurnFacts } from './evidence.ts';

/** So many of the clinician's turns are looked back over, and so many turns of anyone's at most. */
const HABIT = 12;
const FARTHEST = 40;

/** Counts the content stems of the context's sentence, and how many of them the patient has said. */
export function countEchoes(
  { memory, position, text, sentence }: Context,
  { floorFrom }: TurnFacts,
  into: Echoes,
): void {
  const stems = stemsIn(memory, text, sentence.head, sentence.to);
  into.stems = stems.length;
  into.echoed = 0;
  into.heard = 0;
  for (let k = 0; k < stems.length; k += 1) {
    if (!heard(memory, stems[k], position)) continue;
    into.heard += 1;
    // All that patients have said since the floor began is of the floor.
    if (heardSince(stems[k], floorFrom)) into.echoed += 1;
  }
  into.fresh = stems.length - into.heard;
}

/** Finds the patient's last floor, and how the clinician has talked of late. */
export function lookAround(context: Context, into: TurnFacts): void {
  const { memory, position, turns, text } = context;
  const floor = floorBefore(memory, position);
  into.floorFrom = floor.from;
  into.floorLast = -1;
  into.floorWords = 0;
  for (let p = floor.from; p < floor.to; p += 1) {
    if (turns[p].turn.role !== 'patient') continue;
    into.floorLast = p;
    into.floorWords += turns[p].to - turns[p].from;
  }
  const { manners } = memory;
  const own = ROLES[text.turn.role];
  const last = Math.max(0, position - FARTHEST);
  let seen = 0;
  let reflecting = 0;
  let asking = 0;
  let bodily = 0;
  for (let back = position - 1; back >= last && seen < HABIT; back -= 1) {
    let bits = manners[back] || roleOf(context, back);
    if ((bits & MANNER.role) !== own) continue;
    if ((bits & MANNER.looked) === 0) bits = lookAt(context, back);
    seen += 1;
    if ((bits & MANNER.reflects) !== 0) reflecting += 1;
    if ((bits & MANNER.asks) !== 0) asking += 1;
    if ((bits & MANNER.bodily) !== 0) bodily += 1;
  }
  into.reflecting = reflecting;
  into.asking = asking;
  into.bodily = bodily;
}

/** Bits of a turn's manner: whose it is, and, once it was looked at, how it is said. */
enum MANNER {
  role = 7,
  looked = 8,
  reflects = 16,
  asks = 32,
  bodily = 64,
}
const ROLES: Readonly<Record<Role, number>> = { clinician: 1, patient: 2, note: 3, other: 4 };
/** A turn without a word is nobody's. */
const NOBODY = 5;

function roleOf({ memory, turns }: Context, position: number): number {
  const { turn, from, to } = turns[position];
  const role = from === to ? NOBODY : ROLES[turn.role];
  memory.manners[position] = role;
  return role;
}

function lookAt({ memory, turns, lists }: Context, position: number): number {
  const turn = turns[position];
  let bits = memory.manners[position] | MANNER.looked;
  for (const { question } of turn.sentences) {
    if (question === 'no') continue;
    bits |= MANNER.asks;
    break;
  }
  if (anyOf(lists.Bodily, turn, turn.from, turn.to)) bits |= MANNER.bodily;
  if ((memory.told[position] & TOLD.reflection) !== 0) bits |= MANNER.reflects;
  memory.manners[position] = bits;
  return bits;
}
