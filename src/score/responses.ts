import type { Lexicon } from '../lexicon/types.ts';
import type { Segmented, Sentence } from '../segment/types.ts';
import type { Moment, Visit } from '../visit.ts';
import { contentOf, isBackChannel, pointsBack, shares } from './content.ts';

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

/** Fewer words than this tell nothing. */
const TELLING = 4;

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
  return cues.map((cue) => {
    const from = firstAfter(talking, cue.position);
    const next = talking.slice(from, from + REACH);
    if (next.length > 0) return answerIn(next, cue, visit, byTurn, lexicon, segmented);
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
    if (!open) {
      open = { turns: [], bare: true };
      floors.push(open);
    }
    open.turns.push(position);
    if (open.bare) open.bare = !byTurn.has(position) && isBackChannel(segmented[position], lexicon);
  }
  return floors;
}

/** Index of the first floor that begins after a turn: floors stand in order. */
function firstAfter(floors: readonly Floor[], position: number): number {
  let low = 0;
  let high = floors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (floors[middle].turns[0] > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

function answerIn(
  floors: readonly Floor[],
  cue: Moment,
  visit: Visit,
  byTurn: ReadonlyMap<number, readonly Moment[]>,
  lexicon: Lexicon,
  segmented: readonly Segmented[],
): Answer {
  const about = sentenceContent(cue, lexicon, segmented);
  const [{ turns: first }] = floors;
  const pointing = (m: Moment): boolean =>
    first.includes(m.position) && pointsBack(segmented[m.position], sentenceOf(m, segmented), lexicon);
  const asked = sentenceOf(cue, segmented)?.question !== 'no';
  const related = (m: Moment): boolean => shares(about, sentenceContent(m, lexicon, segmented));
  for (const { turns } of floors) {
    const said = turns.flatMap((t) => byTurn.get(t) ?? []);
    const kind = said.find((m) => isEmpathy(m.code) || (isReflection(m.code) && related(m)));
    if (kind) return byMoment(cue, 'acknowledged', kind);
    const asks = said.find(
      (m) => m.code === 'empathy.explore' || (m.code.startsWith('question.') && (related(m) || pointing(m))),
    );
    if (asks) return byMoment(cue, 'explored', asks);
  }
  for (const { turns } of floors) {
    for (const position of turns) {
      const text = segmented[position];
      const tells = text.sentences.find(
        (s) =>
          s.question === 'no' &&
          s.to - s.from >= TELLING &&
          (shares(about, contentOf(text, s.from, s.to, lexicon)) ||
            (first.includes(position) && (asked || pointsBack(text, s, lexicon)))),
      );
      if (tells) return bySentence(cue, 'informed', position, visit, tells);
    }
  }
  const position = floors[0].turns.find((t) => !isBackChannel(segmented[t], lexicon)) ?? floors[0].turns[0];
  const text = segmented[position];
  const opening = text.sentences.find((s) => !isBackChannel(text, lexicon, s)) ?? text.sentences[0];
  return bySentence(cue, 'moved_on', position, visit, opening);
}

function isEmpathy(code: string): boolean {
  return code.startsWith('empathy.') && code !== 'empathy.explore';
}

function isReflection(code: string): boolean {
  return code === 'listening.reflection' || code.startsWith('listening.reflection.');
}

function byMoment(cue: Moment, response: Response, { position, code, quote }: Moment): Answer {
  return { cue, response, position, code, quote };
}

function bySentence(
  cue: Moment,
  response: Response,
  position: number,
  visit: Visit,
  sentence: Sentence | undefined,
): Answer {
  return {
    cue,
    response,
    position,
    code: '',
    quote: sentence ? visit.turns[position].text.slice(sentence.start, sentence.end) : '',
  };
}

/** The sentence that a moment begins in. */
function sentenceOf({ position, offset }: Moment, segmented: readonly Segmented[]): Sentence | undefined {
  const { sentences } = segmented[position];
  return sentences.find((s) => offset < s.end) ?? sentences[sentences.length - 1];
}

/** The content words of the sentence that a moment begins in. */
function sentenceContent(moment: Moment, lexicon: Lexicon, segmented: readonly Segmented[]): Set<string> {
  const sentence = sentenceOf(moment, segmented);
  return sentence ? contentOf(segmented[moment.position], sentence.from, sentence.to, lexicon) : new Set();
}
