import { anyOf, type Context } from '../conditions/condition.ts';
import type { Memory } from '../memory.ts';
import type { Echoes, Facts } from './evidence.ts';
import { listReaderOf } from './lists.ts';

/** So many of the clinician's turns are looked back over, and so many turns of anyone's at most. */
const HABIT = 12;
const FARTHEST = 40;

/** What is the same for all sentences of a turn; kept for the turn that was asked about last, since they come one after the other. */
interface OfTurn {
  memory: Memory | undefined;
  position: number;
  floor: readonly number[];
  floorWords: number;
  reflecting: number;
  asking: number;
  bodily: number;
}

const ofTurn: OfTurn = {
  memory: undefined,
  position: -1,
  floor: [],
  floorWords: 0,
  reflecting: 0,
  asking: 0,
  bodily: 0,
};

/** Gathers what the evidence on the context's sentence is read from. */
export function factsOf(context: Context): Facts {
  const { memory, position, text, sentence } = context;
  if (ofTurn.position !== position || ofTurn.memory !== memory) lookAround(context);
  const { floor, floorWords, reflecting, asking, bodily } = ofTurn;
  const said = listReaderOf(context.lexicon)(text.terms, sentence);
  return { context, said, size: sentence.to - sentence.head, floor, floorWords, reflecting, asking, bodily };
}

/** Counts the content stems of the context's sentence, and how many of them the patient has said. */
export function echoesOf({ context, floor }: Facts): Echoes {
  const { memory, position, text, sentence } = context;
  const stems = memory.stemsIn(text, sentence.head, sentence.to);
  let echoed = 0;
  let heard = 0;
  for (const s of stems) {
    if (memory.isSaidIn(floor, s)) echoed += 1;
    if (memory.heard(s, position)) heard += 1;
  }
  return { stems: stems.length, fresh: stems.length - heard, echoed, heard };
}

/** Finds the patient's last floor, and how the clinician has talked of late. */
function lookAround(context: Context): void {
  const { memory, position, turns, text } = context;
  ofTurn.memory = memory;
  ofTurn.position = position;
  ofTurn.floor = memory.floorBefore(position).filter((p) => turns[p].turn.role === 'patient');
  ofTurn.floorWords = 0;
  for (const p of ofTurn.floor) ofTurn.floorWords += turns[p].to - turns[p].from;
  let seen = 0;
  ofTurn.reflecting = 0;
  ofTurn.asking = 0;
  ofTurn.bodily = 0;
  for (let back = position - 1; back >= 0 && seen < HABIT && position - back <= FARTHEST; back -= 1) {
    const turn = turns[back];
    if (turn.turn.role !== text.turn.role || turn.to === turn.from) continue;
    seen += 1;
    const bits = memory.manners[back] || lookAt(context, back);
    if ((bits & TURN.reflects) !== 0) ofTurn.reflecting += 1;
    if ((bits & TURN.asks) !== 0) ofTurn.asking += 1;
    if ((bits & TURN.bodily) !== 0) ofTurn.bodily += 1;
  }
}

/** Bits of a turn's manner. */
const TURN = { seen: 1, reflects: 2, asks: 4, bodily: 8 } as const;
function lookAt(context: Context, position: number): number {
  const { memory, turns } = context;
  const turn = turns[position];
  let bits: number = TURN.seen;
  if (turn.sentences.some((s) => s.question !== 'no')) bits |= TURN.asks;
  if (anyOf(context, 'Bodily', turn.from, turn.to, turn)) bits |= TURN.bodily;
  for (const code of memory.codesOf(position)) if (code.startsWith('listening.reflection')) bits |= TURN.reflects;
  memory.manners[position] = bits;
  return bits;
}
