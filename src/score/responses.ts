import type { Lexicon } from '../lexicon/types.ts';
import type { Segmented } from '../segment/types.ts';
import type { Moment, Visit } from '../visit.ts';
import { type Answering, answeringOf, type Ground, sentenceContent, sentenceOf, type Told } from './answering.ts';
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

/** Consecutive turns of the clinicians' side; turns of bystanders between them do not end it. */
interface Floor {
  readonly turns: number[];
  /** Back-channels alone. */
  bare: boolean;
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
  const cues = moments.filter((m) => m.code === 'patient.cue');
  if (cues.length === 0 || visit.kind === 'note') return [];
  const byTurn = new Map<number, Moment[]>();
  for (const moment of moments) {
    const list = byTurn.get(moment.position);
    if (list) list.push(moment);
    else byTurn.set(moment.position, [moment]);
  }
  const floors = floorsOf(visit, byTurn, lexicon, segmented);
  const talking = floors.filter((f) => !f.bare);
  const ground = { visit, byTurn, lexicon, segmented };
  // Cues come in the order of the visit: those before the same floors follow each other.
  let read = -1;
  let answering: Answering | undefined;
  return cues.map((cue) => {
    const from = firstAfter(talking, cue.position);
    if (from < talking.length) {
      if (!answering || read !== from) {
        const next = talking.slice(from, from + REACH);
        answering = answeringOf(
          next.map(({ turns }) => turns),
          ground,
        );
        read = from;
      }
      return answerFrom(answering, cue, ground);
    }
    const quiet = floors[firstAfter(floors, cue.position)];
    if (!quiet) return { cue, response: 'none', code: '', quote: '' };
    return { cue, response: 'space', position: quiet.turns[0], code: '', quote: visit.turns[quiet.turns[0]].text };
  });
}

function floorsOf(
  visit: Visit,
  byTurn: ReadonlyMap<number, readonly Moment[]>,
  lexicon: Lexicon,
  segmented: readonly Segmented[],
): Floor[] {
  const floors: Floor[] = [];
  let open: Floor | undefined;
  for (const [position, turn] of visit.turns.entries()) {
    if (turn.role === 'patient') open = undefined;
    if (turn.role !== 'clinician') continue;
    if (open) open.turns.push(position);
    else {
      open = { turns: [position], bare: true };
      floors.push(open);
    }
    if (open.bare) open.bare = !byTurn.has(position) && isBackChannel(segmented[position], lexicon);
  }
  return floors;
}

/** Index of the first floor that begins after a turn: floors stand in order. */
function firstAfter(floors: readonly Floor[], position: number): number {
  return firstWhere(floors.length, (k) => floors[k].turns[0] > position);
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
