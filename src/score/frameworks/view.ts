import type { Framework, FrameworkFigure, FrameworkItem } from '../../lexicon/framework.ts';
import type { Lexicon } from '../../lexicon/types.ts';
import type { Segmented } from '../../segment/types.ts';
import type { Moment, Visit } from '../../visit.ts';
import { answersToCues } from '../responses.ts';
import type { Score } from '../score.ts';
import { conditionsOf, isOf } from './evidence.ts';
import { asMiti, type Counted, volleysOf } from './volleys.ts';

/** `none found`: a code could have shown it, and did not. `not seen by this tool`: no code can. */
export type Status = 'seen' | 'none found' | 'not seen by this tool';

/** A figure over items, and its bounds where they are asked for. */
export interface FigureView {
  /** Rounded: a ratio to 2 decimals, a percentage to 1; null with nothing to divide by. */
  readonly value: number | null;
  readonly as: 'ratio' | 'percent';
  readonly of: number;
  readonly per: number;
  readonly basic: number | null;
  readonly proficient: number | null;
}

/** An item with what shows it. */
export interface ItemView {
  readonly id: string;
  /** In the instrument. */
  readonly number: string;
  /** '' where the instrument has none. */
  readonly section: string;
  readonly label: string;
  readonly status: Status;
  /** The evidence, in the visit's order; where a code counts once a volley, one for each volley. */
  readonly moments: readonly Moment[];
  /** What of the item the codes can show, or why none can. */
  readonly sees: string;
  readonly figure: FigureView | null;
}

/** An instrument's items with their evidence in one visit; plain data. No total: items are not added up. */
export interface FrameworkView {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly note: string;
  readonly wording: string;
  readonly unit: 'moment' | 'volley';
  readonly items: readonly ItemView[];
  readonly hash: string;
}

/** What is known of a visit; the pipeline's `Walked` is one. */
export interface Seen {
  readonly visit: Visit;
  readonly moments: readonly Moment[];
  readonly segmented: readonly Segmented[];
  readonly score: Score;
}

const NOTE = 'a note is not the consultation that the instrument observes';
const SILENT = 'no clinician speaks';

/** Views a visit's moments by an instrument. `mi`: the user says that it is a session of motivational interviewing, for its bounds. */
export function frameworkView(
  framework: Framework,
  { visit, moments, segmented, score }: Seen,
  lexicon: Lexicon,
  { mi = false }: { mi?: boolean } = {},
): FrameworkView {
  const { name, title, source, wording, unit, hash, bounds } = framework;
  const blind = visit.kind === 'note' ? NOTE : score.clinician_words === 0 ? SILENT : '';
  const found = blind
    ? new Map<string, readonly Moment[]>()
    : evidenceOf(framework, visit, moments, segmented, lexicon);
  const items = framework.items.map((item) => viewItem(item, found.get(item.id) ?? [], blind));
  const figures = framework.figures.map((figure) => viewFigure(figure, found, blind, mi));
  const note = mi && bounds ? `${framework.note} ${bounds}` : framework.note;
  return { name, title, source, wording, note, unit, hash, items: [...items, ...figures] };
}

function evidenceOf(
  framework: Framework,
  visit: Visit,
  moments: readonly Moment[],
  segmented: readonly Segmented[],
  lexicon: Lexicon,
): Map<string, readonly Moment[]> {
  const holds = conditionsOf(visit, moments, segmented, answersToCues(visit, moments, lexicon, segmented), lexicon);
  const counted: readonly Counted[] =
    framework.unit === 'volley'
      ? asMiti(moments, segmented, framework)
      : moments.map((moment) => ({ moment, codes: [moment.code] }));
  const found = new Map<string, readonly Moment[]>();
  for (const { id, evidence = [] } of framework.items) {
    const mine = counted.filter(({ moment, codes }) =>
      evidence.some((one) => codes.some((code) => isOf(code, one.code)) && holds(moment, one)),
    );
    found.set(
      id,
      mine.map(({ moment }) => moment),
    );
  }
  return framework.unit === 'volley' ? oncePerVolley(framework, found, volleysOf(visit, segmented, lexicon)) : found;
}

/** Keeps the first moment of each volley, and none in a volley where an item that stands in its place has one. */
function oncePerVolley(
  { items }: Framework,
  found: ReadonlyMap<string, readonly Moment[]>,
  volleys: readonly number[],
): Map<string, readonly Moment[]> {
  const once = new Map<string, readonly Moment[]>();
  for (const { id } of items) {
    const rivals = items.filter(({ over = [] }) => over.includes(id)).flatMap((rival) => found.get(rival.id) ?? []);
    const taken = new Set(rivals.map(({ position }) => volleys[position]));
    once.set(
      id,
      (found.get(id) ?? []).filter(({ position }) => {
        if (taken.has(volleys[position])) return false;
        taken.add(volleys[position]);
        return true;
      }),
    );
  }
  return once;
}

function viewItem(item: FrameworkItem, moments: readonly Moment[], blind: string): ItemView {
  const { id, number, section = '', words: label, sees = '', unseen } = item;
  const status = unseen !== undefined || blind ? 'not seen by this tool' : moments.length > 0 ? 'seen' : 'none found';
  return { id, number: `${number}`, section, label, status, moments, sees: unseen ?? (blind || sees), figure: null };
}

function viewFigure(
  { id, number, section = '', words: label, of, per, as, basic, proficient }: FrameworkFigure,
  found: ReadonlyMap<string, readonly Moment[]>,
  blind: string,
  mi: boolean,
): ItemView {
  const sum = (ids: readonly string[]): number => ids.reduce((n, one) => n + (found.get(one)?.length ?? 0), 0);
  const parts = sum(of);
  const whole = sum(per);
  const value =
    whole === 0 ? null : Number(((as === 'percent' ? 100 : 1) * (parts / whole)).toFixed(as === 'percent' ? 1 : 2));
  const figure: FigureView = {
    value,
    as,
    of: parts,
    per: whole,
    basic: mi ? (basic ?? null) : null,
    proficient: mi ? (proficient ?? null) : null,
  };
  const status = blind ? 'not seen by this tool' : value === null ? 'none found' : 'seen';
  const sees = blind || `${of.join(' + ')} / ${per.join(' + ')}`;
  return { id, number: `${number}`, section, label, status, moments: [], sees, figure };
}
