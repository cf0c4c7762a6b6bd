import type { Answer } from '../../score/responses.ts';
import type { Moment, Turn, Visit } from '../../visit.ts';
import { clean, widthOf, wrap } from '../display.ts';
import { isUnanswered, tellAnswer } from './answers.ts';
import { counted } from './counted.ts';
import { markedText } from './marked.ts';
import { ALERT, DIM, type Look, PLAIN, type Run, STRONG, wrapRuns } from './runs.ts';

/** What is shown of a visit's turns. */
export interface TurnsOptions {
  readonly width: number;
  readonly colour: boolean;
  /** Makes of a turn's text what is shown; it keeps every offset. */
  readonly show: (text: string) => string;
  /** Turns without a moment are left out, but for so many around those that have one. */
  readonly around?: number;
}

/** Longest label of a speaker that is shown whole. */
const LABEL = 14;
/** The bar beside the text tells the sides apart without colour. */
const BARS: Readonly<Record<Turn['role'], string>> = { clinician: '┃', patient: '│', other: '┊', note: '│' };

/** A visit's turns as lines: number, speaker, and the text with its moments marked; below a cue, what became of it. */
export function* turnLines(
  visit: Visit,
  moments: readonly Moment[],
  answers: readonly Answer[],
  { width, colour, show, around }: TurnsOptions,
): Generator<Run[]> {
  const mine = byTurn(visit, moments);
  const cues = new Map(answers.map((answer, k) => [answer.cue, { answer, number: k + 1 }]));
  const ids = widest(
    visit.turns.map(({ id }) => id),
    6,
  );
  const names = widest(
    visit.turns.map(({ speaker }) => speaker),
    Math.min(LABEL, Math.floor(width / 5)),
  );
  const indent = ids + 1 + (names > 0 ? names + 1 : 0);
  const room = Math.max(12, width - indent - 2);
  let left = 0;
  for (const [position, turn] of visit.turns.entries()) {
    if (around !== undefined && !isNear(position, mine, around)) {
      left += 1;
      continue;
    }
    if (left > 0) yield skipped(left, visit.kind, indent);
    left = 0;
    const bar: Run = { text: `${BARS[turn.role]} `, look: turn.role === 'clinician' ? PLAIN : DIM };
    const text = markedText(show(turn.text), mine[position], colour, (moment) => cues.get(moment)?.number);
    for (const [k, line] of wrapRuns(text, room).entries()) {
      yield [...(k === 0 ? gutter(turn, ids, names) : [{ text: ' '.repeat(indent), look: PLAIN }]), bar, ...line];
    }
    yield* answerLines(
      mine[position].flatMap((moment) => cues.get(moment) ?? []),
      visit,
      indent,
      room,
      bar,
    );
  }
  if (left > 0) yield skipped(left, visit.kind, indent);
}

function byTurn(visit: Visit, moments: readonly Moment[]): Moment[][] {
  const mine: Moment[][] = visit.turns.map(() => []);
  for (const moment of moments) mine[moment.position].push(moment);
  return mine;
}

function isNear(position: number, mine: readonly (readonly Moment[])[], around: number): boolean {
  return mine.slice(Math.max(0, position - around), position + around + 1).some((list) => list.length > 0);
}

function skipped(turns: number, kind: Visit['kind'], indent: number): Run[] {
  return [{ text: `${' '.repeat(indent)}⋯ ${counted(turns, kind === 'note' ? 'line' : 'turn')}`, look: DIM }];
}

function gutter({ id, speaker, role }: Turn, ids: number, names: number): Run[] {
  const look: Look = role === 'clinician' ? STRONG : role === 'other' ? DIM : PLAIN;
  const number = padded(clean(id), ids, true);
  return [
    { text: `${number} `, look: DIM },
    ...(names > 0 ? [{ text: `${padded(clean(speaker), names, false)} `, look }] : []),
  ];
}

/** Cut to a width, and filled up to it. */
function padded(text: string, width: number, right: boolean): string {
  const cut = widthOf(text) > width ? `${[...text].slice(0, Math.max(0, width - 1)).join('')}…` : text;
  const blanks = ' '.repeat(Math.max(0, width - widthOf(cut)));
  return right ? blanks + cut : cut + blanks;
}

/** What became of a turn's cues; those that met with the same share a line. */
function* answerLines(
  cues: readonly { readonly answer: Answer; readonly number: number }[],
  visit: Visit,
  indent: number,
  room: number,
  bar: Run,
): Generator<Run[]> {
  const told = new Map<string, { numbers: string[]; look: Look }>();
  for (const { answer, number } of cues) {
    const text = clean(tellAnswer(answer, visit));
    const same = told.get(text) ?? { numbers: [], look: isUnanswered(answer.response) ? ALERT : DIM };
    told.set(text, { ...same, numbers: [...same.numbers, `cue#${number}`] });
  }
  for (const [text, { numbers, look }] of told) {
    for (const line of wrap(`↳ ${numbers.join(', ')} ${text}`, room))
      yield [{ text: ' '.repeat(indent), look: PLAIN }, bar, { text: line, look }];
  }
}

/** Columns of the widest text, at most `limit`. */
function widest(texts: readonly string[], limit: number): number {
  return texts.reduce((most, text) => Math.max(most, Math.min(limit, widthOf(clean(text)))), 0);
}
