import { grown } from '../lexicon/grown.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { vocabularyOf } from '../lexicon/vocabulary.ts';
import { stemOf } from '../segment/stems.ts';
import type { Segmented } from '../segment/types.ts';

/** What has been said in a visit so far: kept as the walk goes, so that a condition asks in constant time. Stems are numbers. */
export interface Memory {
  readonly turns: readonly Segmented[];
  /** By word id, 1 for words that are no content. */
  readonly common: Uint8Array | undefined;
  /** By turn, bits of `TOLD`. */
  readonly told: Uint8Array;
  /** By turn, bits of how it is said, for whoever looks back over many turns; 0 where nobody has looked yet. */
  readonly manners: Uint8Array;
  /** Patients' turns up to this one are in `stems`. */
  heardTo: number;
  /** The turn whose floor before was asked for last, and that floor, until another's is. */
  floorOf: number;
  readonly floor: Floor;
}

/** Turns [from, to) that follow each other. */
export interface Floor {
  from: number;
  to: number;
}

/** What conditions ask about the codes that a turn has earned. */
export enum TOLD {
  cue = 1,
  openQuestion = 2,
  decision = 4,
  preferences = 8,
  questionsInvited = 16,
  reflection = 32,
}

/** A floor is looked back for over so many turns at most. */
const FARTHEST = 12;

/** The memory of one visit. */
export function memoryOf(turns: readonly Segmented[], lexicon: Lexicon): Memory {
  const { Function: common } = lexicon.lists;
  return {
    turns,
    common: common === undefined ? undefined : vocabularyOf(lexicon).set(common).has,
    told: new Uint8Array(turns.length),
    manners: new Uint8Array(turns.length),
    heardTo: 0,
    floorOf: -1,
    floor: { from: 0, to: 0 },
  };
}

/** Notes that a turn has earned a code. */
export function note({ told }: Memory, position: number, code: string): void {
  let bits = 0;
  if (code.startsWith('sdm.')) {
    bits = TOLD.decision;
    if (code === 'sdm.preferences') bits |= TOLD.preferences;
    else if (code === 'sdm.check.questions') bits |= TOLD.questionsInvited;
  } else if (code === 'patient.cue') bits = TOLD.cue;
  else if (code === 'question.open') bits = TOLD.openQuestion;
  else if (code.startsWith('listening.reflection')) bits = TOLD.reflection;
  told[position] |= bits;
}

/** Whether one of the turns has earned what `bits` of `TOLD` say. */
export function isTold({ told }: Memory, { from, to }: Floor, bits: number): boolean {
  for (let position = from; position < to; position += 1) if ((told[position] & bits) !== 0) return true;
  return false;
}

/** The same of the last `count` turns before one. */
export function isToldBefore({ told }: Memory, position: number, count: number, bits: number): boolean {
  for (let back = Math.max(0, position - count); back < position; back += 1) if ((told[back] & bits) !== 0) return true;
  return false;
}

/** The turns of the other side just before: back from `position` over its own side's, until the floor changes. */
export function floorBefore(memory: Memory, position: number): Floor {
  const { turns, floor } = memory;
  if (position === memory.floorOf) return floor;
  const own = turns[position].turn.role;
  const last = Math.max(0, position - FARTHEST);
  let to = position;
  while (to > last && turns[to - 1].turn.role === own) to -= 1;
  let from = to;
  while (from > last && turns[from - 1].turn.role !== own) from -= 1;
  memory.floorOf = position;
  floor.from = from;
  floor.to = to;
  return floor;
}

/**
 * Where stems were said, four numbers each: one visit's memory owns it at a time, and another that takes it begins anew. What
 * bears an older visit's number, or an older mark, is as good as empty.
 */
const stems = {
  owner: undefined as Memory | undefined,
  visit: 0,
  said: new Int32Array(4096 * 4),
  /** The turns whose stems bear the mark. */
  markedFrom: -1,
  markedTo: -1,
  mark: 0,
  /** By stem, the listing in which it was met last: see `stemsIn`. */
  listed: new Int32Array(4096),
  listing: 0,
};

/** Numbers of a stem in `said`: the visit in which a patient said it, the first and the last turn there, and the mark of `isSaidIn`. */
enum SAID {
  visit = 0,
  first = 1,
  last = 2,
  mark = 3,
  width = 4,
}

/** The content stem of a term; 0 where it has none. */
function stemAt({ common }: Memory, { terms }: Segmented, k: number): number {
  return common && common[terms.ids[k]] === 1 ? 0 : stemOf(terms.words, terms.forms[k]);
}

/** Content stems of a stretch of a turn's terms, each once. */
export function stemsIn(memory: Memory, text: Segmented, from: number, to: number): readonly number[] {
  const out: number[] = [];
  stems.listing += 1;
  for (let k = from; k < to; k += 1) {
    const stem = stemAt(memory, text, k);
    if (stem === 0) continue;
    if (stem >= stems.listed.length) stems.listed = grown(stems.listed, stem * 2);
    if (stems.listed[stem] === stems.listing) continue;
    stems.listed[stem] = stems.listing;
    out.push(stem);
  }
  return out;
}

/** Whether the stem is said in one of the turns: they are read when other turns than before are asked about. */
export function isSaidIn(memory: Memory, floor: Floor, stem: number): boolean {
  take(memory);
  if (stems.markedFrom !== floor.from || stems.markedTo !== floor.to) mark(memory, floor);
  const at = stem * SAID.width;
  return at < stems.said.length && stems.said[at + SAID.mark] === stems.mark;
}

/** Whether a patient has used the stem before the turn at `position`. Turns are asked about in their order. */
export function heard(memory: Memory, stem: number, position: number): boolean {
  hearTo(memory, position);
  const at = stem * SAID.width;
  const { said, visit } = stems;
  return at < said.length && said[at + SAID.visit] === visit && said[at + SAID.first] < position;
}

/** Whether a patient has used the stem since the turn at `since`, and before the one that `heard` was asked about last. */
export function heardSince(stem: number, since: number): boolean {
  const at = stem * SAID.width;
  const { said, visit } = stems;
  return at < said.length && said[at + SAID.visit] === visit && said[at + SAID.last] >= since;
}

function take(memory: Memory): void {
  if (stems.owner === memory) return;
  stems.owner = memory;
  stems.markedFrom = -1;
  stems.visit += 1;
  memory.heardTo = 0;
}

function hearTo(memory: Memory, position: number): void {
  take(memory);
  const { turns } = memory;
  for (; memory.heardTo < position; memory.heardTo += 1) {
    if (turns[memory.heardTo].turn.role === 'patient') hear(memory, memory.heardTo);
  }
}

function hear(memory: Memory, position: number): void {
  const text = memory.turns[position];
  const { visit } = stems;
  for (let k = text.from; k < text.to; k += 1) {
    const stem = stemAt(memory, text, k);
    if (stem === 0) continue;
    const said = roomFor(stem);
    const at = stem * SAID.width;
    said[at + SAID.last] = position;
    if (said[at + SAID.visit] === visit) continue;
    said[at + SAID.visit] = visit;
    said[at + SAID.first] = position;
  }
}

function mark(memory: Memory, { from, to }: Floor): void {
  stems.markedFrom = from;
  stems.markedTo = to;
  stems.mark += 1;
  for (let position = from; position < to; position += 1) {
    const text = memory.turns[position];
    for (let k = text.from; k < text.to; k += 1) {
      const stem = stemAt(memory, text, k);
      roomFor(stem)[stem * SAID.width + SAID.mark] = stems.mark;
    }
  }
}

/** `said`, with a place for the stem. */
function roomFor(stem: number): Int32Array {
  if ((stem + 1) * SAID.width > stems.said.length) stems.said = grown(stems.said, (stem + 1) * 2 * SAID.width);
  return stems.said;
}
