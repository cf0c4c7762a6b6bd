import type { Pick as Picked } from '../../score/feedback.ts';
import type { FrameworkView, ItemView } from '../../score/frameworks/view.ts';
import type { Answer } from '../../score/responses.ts';
import type { Score } from '../../score/score.ts';
import type { Moment, Visit } from '../../visit.ts';
import { axisOf } from './axis.ts';
import type { AnswerData, FrameworkData, MomentData, VisitData } from './visit-data.ts';

/** What is known of a visit when it has been walked. */
export interface Found {
  readonly group?: string;
  readonly date?: string;
  readonly visit: Visit;
  readonly moments: readonly Moment[];
  readonly answers: readonly Answer[];
  readonly score: Score;
  /** Words of each turn. */
  readonly words: readonly number[];
  readonly picks: readonly Picked[];
  readonly frameworks: readonly FrameworkView[];
}

export interface Showing {
  /** The visit as it is shown, every text as long as it was: itself, or with names masked. Absent where no word is to be shown. */
  readonly cover?: (visit: Visit) => Visit;
  /** Index in the report's rules of a rule's id; may be new to it. */
  readonly ruleAt: (id: string) => number;
}

/** Gathers what the page shows of a visit. */
export function gather(index: number, found: Found, showing: Showing): VisitData {
  const { visit, moments, answers, score, words } = found;
  const axis = axisOf(visit, words);
  const shown = showing.cover?.(visit);
  const turns = visit.turns.map(({ id, role, parts }, position) => {
    const [from, to] = axis.turn(position);
    const at = parts[0]?.start;
    return {
      id,
      speaker: shown?.turns[position].speaker ?? '',
      role,
      text: shown?.turns[position].text ?? '',
      words: words[position],
      from,
      to,
      ...(at === undefined ? {} : { at }),
    };
  });
  const numbers = new Map(moments.map((moment, k) => [moment, k]));
  return {
    index,
    id: visit.id,
    source: shown ? visit.source : '',
    kind: visit.kind,
    roles: visit.roles ?? null,
    turns,
    moments: moments.map(
      (moment): MomentData => ({
        turn: moment.position,
        start: moment.offset,
        end: moment.offset + moment.quote.length,
        rule: showing.ruleAt(moment.rule),
        code: moment.code,
        x: axis.moment(moment),
      }),
    ),
    answers: answers.map((answer) => answerData(answer, visit, moments, numbers)),
    score: figuresOf(score),
    picks: found.picks.map(({ side, id, n, moments: shown, answer }) => ({
      side,
      id,
      n,
      moments: indicesOf(shown, numbers),
      ...(answer ? { answer: answers.indexOf(answer) } : {}),
    })),
    frameworks: found.frameworks.map((view) => frameworkData(view, numbers)),
    along: axis.along,
  };
}

/** Numbers and flags: the texts of a row stand in the visit already, or are to be kept back. */
function figuresOf(score: Score): Score {
  return Object.fromEntries(
    Object.entries(score).filter(([name, value]) => name === 'flags' || typeof value === 'number' || value === null),
  );
}

function indicesOf(moments: readonly Moment[], numbers: ReadonlyMap<Moment, number>): number[] {
  return moments.map((moment) => numbers.get(moment)).filter((k) => k !== undefined);
}

function frameworkData(view: FrameworkView, numbers: ReadonlyMap<Moment, number>): FrameworkData {
  const { name, title, source, note, wording } = view;
  const items = view.items.map(({ number, section, label, status, sees, moments, figure }) => ({
    number,
    section,
    label,
    status,
    sees,
    moments: indicesOf(moments, numbers),
    ...(figure ? { figure: figureText(figure) } : {}),
  }));
  return { name, title, source, note, wording, items };
}

/** `0.50 (2 of 4); basic from 1, proficient from 2` */
function figureText({ value, as, of, per, basic, proficient }: NonNullable<ItemView['figure']>): string {
  if (value === null) return 'nothing to divide by';
  const shown = as === 'percent' ? `${value.toFixed(1)} %` : value.toFixed(2);
  const bounds =
    basic === null || proficient === null ? '' : `; the manual calls ${basic} basic, ${proficient} proficient`;
  return `${shown} (${of} ${as === 'percent' ? 'of' : 'to'} ${per})${bounds}`;
}

function answerData(
  { cue, response, position, code, quote }: Answer,
  visit: Visit,
  moments: readonly Moment[],
  numbers: ReadonlyMap<Moment, number>,
): AnswerData {
  const found = { cue: numbers.get(cue) ?? 0, response };
  if (position === undefined) return found;
  const moment = moments.findIndex((m) => m.position === position && m.code === code && m.quote === quote);
  if (code !== '' && moment >= 0) return { ...found, turn: position, moment };
  const start = quote === '' ? -1 : visit.turns[position].text.indexOf(quote);
  return start < 0 ? { ...found, turn: position } : { ...found, turn: position, start, end: start + quote.length };
}
