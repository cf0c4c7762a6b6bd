import type { Lexicon } from '../lexicon/types.ts';
import type { Segmented } from '../segment/types.ts';
import type { Moment, Visit } from '../visit.ts';
import {
  type Answering,
  answeringOf,
  firstMoment,
  type Ground,
  sentenceContent,
  sentenceOf,
  type Told,
} from './answering.ts';
import { isBackChannel } from './content.ts';
import { firstFor } from './firsts.ts';
import { firstWhere } from './halving.ts';

/** What the clinician makes of a cue; see `answersToCues`. */
export type Response = 'acknowledged' | 'explored' | 'informed' | 'space' | 'moved_on' | 'none';

/** A cue and the clinician's answer to it. */
export interface Answer {
  readonly cue: Moment;
  readonly response: Response;
  /** Index in `visit.turns` of the turn that answers; undefined for `none`. */
  readonly position?: number;
  /** The answering moment's code; '' where the answer earns none. */
  readonly code: string;
  /** The answering moment or sentence; '' where there is none. */
  readonly quote: string;
}

/** Where floors begin: consecutive turns of the clinicians' side; turns of bystanders between them do not end one. */
interface Floors {
  readonly first: readonly number[];
  /** Whether each holds more than back-channels; found out when it is asked. */
  readonly talks: (boolean | undefined)[];
}

/** Floors, those of back-channels passed over, in which an answer may come. */
const REACH = 2;

/**
 * Pairs every patient cue with the answer in the next two floors of any clinician, floors of back-channels alone passed over.
 * `acknowledged`: an empathy moment, or a reflection that shares a content word with the cue's sentence; `explored`:
 * `empathy.explore`, a question that shares one, or one in the first floor that points back at it ("tell me more", "is it
 * worse now?"); `informed`: a statement that shares one or points back, any where the cue was asked; `moved_on`: something else;
 * `space`: nothing but back-channels to the end; `none`: nothing at all. An acknowledgement or exploration in either floor
 * counts before information. After the provider responses of VR-CoDES (Del Piccolo et al. 2011), in coarser steps.
 */
export function answersToCues(
  visit: Visit,
  moments: readonly Moment[],
  lexicon: Lexicon,
  segmented: readonly Segmented[],
): Answer[] {
  const answers: Answer[] = [];
  if (visit.kind === 'note') return answers;
  let floors: Floors | undefined;
  const ground = { visit, moments, lexicon, segmented };
  // Cues come in the order of the visit: those before the same floors follow each other.
  let asked = 0;
  let found = -1;
  let answering: Answering | undefined;
  for (const cue of moments) {
    if (cue.code !== 'patient.cue') continue;
    floors ??= floorsOf(visit);
    const next = firstAfter(floors, cue.position);
    if (found < 0 || next < asked || next > found) {
      const talking = nextTalking(floors, next, ground);
      if (talking !== found) answering = undefined;
      found = talking;
    }
    asked = next;
    if (found < floors.first.length) {
      answering ??= answeringOf(reached(floors, found, ground), ground);
      answers.push(answerFrom(answering, cue, ground));
    } else if (next === floors.first.length) answers.push({ cue, response: 'none', code: '', quote: '' });
    else {
      const position = floors.first[next];
      answers.push({ cue, response: 'space', position, code: '', quote: visit.turns[position].text });
    }
  }
  return answers;
}

function floorsOf({ turns }: Visit): Floors {
  const first: number[] = [];
  let isOpen = false;
  for (let position = 0; position < turns.length; position += 1) {
    const { role } = turns[position];
    if (role === 'patient') isOpen = false;
    if (role !== 'clinician' || isOpen) continue;
    first.push(position);
    isOpen = true;
  }
  return { first, talks: [] };
}

/** The clinicians' turns of a floor. */
function turnsOf({ first }: Floors, floor: number, { turns }: Visit): number[] {
  const found = [first[floor]];
  const end = floor + 1 < first.length ? first[floor + 1] : turns.length;
  for (let k = first[floor] + 1; k < end && turns[k].role !== 'patient'; k += 1) {
    if (turns[k].role === 'clinician') found.push(k);
  }
  return found;
}

/** Index of the first floor from `at` on that holds more than back-channels; behind the last where none does. */
function nextTalking(floors: Floors, at: number, ground: Ground): number {
  const { first, talks } = floors;
  for (let k = at; k < first.length; k += 1) {
    talks[k] ??= turnsOf(floors, k, ground.visit).some((p) => talksIn(p, ground));
    if (talks[k]) return k;
  }
  return first.length;
}

/** Whether a turn earns a moment, or is more than a back-channel. */
function talksIn(position: number, ground: Ground): boolean {
  const { moments, segmented, lexicon } = ground;
  return moments[firstMoment(position, ground)]?.position === position || !isBackChannel(segmented[position], lexicon);
}

/** The turns of the floors in which an answer may come, the first of them known. */
function reached(floors: Floors, first: number, ground: Ground): number[][] {
  const turns = [turnsOf(floors, first, ground.visit)];
  for (let at = first; turns.length < REACH; ) {
    at = nextTalking(floors, at + 1, ground);
    if (at === floors.first.length) break;
    turns.push(turnsOf(floors, at, ground.visit));
  }
  return turns;
}

/** Index of the first floor that begins after a turn: floors stand in order. */
function firstAfter({ first }: Floors, position: number): number {
  return firstWhere(first.length, (k) => first[k] > position);
}

function answerFrom({ floors, statements, opening }: Answering, cue: Moment, ground: Ground): Answer {
  const about = sentenceContent(cue, ground);
  for (const momentsOf of floors) {
    const { acknowledges, explores } = momentsOf();
    const kind = firstFor(acknowledges, about);
    if (kind) return byMoment(cue, 'acknowledged', kind);
    const asks = firstFor(explores, about);
    if (asks) return byMoment(cue, 'explored', asks);
  }
  const wasAsked = sentenceOf(cue, ground.segmented)?.question !== 'no';
  const { asked, unasked } = statements();
  const told = firstFor(wasAsked ? asked : unasked, about);
  return told ? bySentence(cue, 'informed', told, ground) : bySentence(cue, 'moved_on', opening(), ground);
}

function byMoment(cue: Moment, response: Response, { position, code, quote }: Moment): Answer {
  return { cue, response, position, code, quote };
}

function bySentence(cue: Moment, response: Response, { position, sentence }: Told, { visit }: Ground): Answer {
  const { text } = visit.turns[position];
  return { cue, response, position, code: '', quote: sentence ? text.slice(sentence.start, sentence.end) : '' };
}
