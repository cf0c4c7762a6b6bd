import { anyOf, type Context } from '../conditions/condition.ts';
import type { Memory } from '../memory.ts';
import type { Echoes, Facts } from './evidence.ts';
import { listReaderOf } from './lists.ts';

/** So many of the clinician's turns are looked back over, and so many turns of anyone's at most. */
const HABIT = 12;
const FARTHEST = 40;

/** Gathers what the evidence on the context's sentence is read from. */
export function factsOf(context: Context): Facts {
  const { memory, position, text, sentence, turns } = context;
  const floor = memory.floorBefore(position).filter((p) => turns[p].turn.role === 'patient');
  let floorWords = 0;
  for (const p of floor) floorWords += turns[p].to - turns[p].from;
  const { reflecting, asking, bodily } = mannerOf(context);
  return {
    context,
    said: listReaderOf(context.lexicon)(text.terms, sentence),
    size: sentence.to - sentence.head,
    floor,
    floorWords,
    reflecting,
    asking,
    bodily,
  };
}

/** Counts the content stems of the context's sentence, and how many of them the patient has said. */
export function echoesOf({ context, floor }: Facts): Echoes {
  const { memory, position, text, sentence } = context;
  const stems = memory.stemsIn(text, sentence.head, sentence.to);
  let echoed = 0;
  let heard = 0;
  for (const s of stems) {
    if (floor.some((p) => memory.stemsOf(p).has(s))) echoed += 1;
    if (memory.heard(s, position)) heard += 1;
  }
  return { stems: stems.length, fresh: stems.length - heard, echoed, heard };
}

/** How the clinician has talked of late. */
interface Manner {
  readonly reflecting: number;
  readonly asking: number;
  readonly bodily: number;
}

/** Bits of a turn's manner. */
const TURN = { seen: 1, reflects: 2, asks: 4, bodily: 8 } as const;
/** The turn whose manner was found last, and in which visit: its sentences come one after the other. */
let mannerAt = -1;
let mannerIn: Memory | undefined;
let manner: Manner = { reflecting: 0, asking: 0, bodily: 0 };

function mannerOf(context: Context): Manner {
  const { memory, position, turns, text } = context;
  if (mannerAt === position && mannerIn === memory) return manner;
  let seen = 0;
  let reflecting = 0;
  let asking = 0;
  let bodily = 0;
  for (let back = position - 1; back >= 0 && seen < HABIT && position - back <= FARTHEST; back -= 1) {
    const turn = turns[back];
    if (turn.turn.role !== text.turn.role || turn.to === turn.from) continue;
    seen += 1;
    const bits = memory.manners[back] || lookAt(context, back);
    if ((bits & TURN.reflects) !== 0) reflecting += 1;
    if ((bits & TURN.asks) !== 0) asking += 1;
    if ((bits & TURN.bodily) !== 0) bodily += 1;
  }
  mannerAt = position;
  mannerIn = memory;
  manner = { reflecting, asking, bodily };
  return manner;
}

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
