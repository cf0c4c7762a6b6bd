import type { Kind, Role, RoleOrigin } from '../../visit.ts';

/** A visit as the page's script reads it and the visit's view shows it. Offsets are in UTF-16 units of the turn's text. */
export interface VisitData {
  /** Place in the report, from 0. */
  readonly index: number;
  readonly id: string;
  readonly source: string;
  readonly kind: Kind;
  readonly roles: RoleOrigin | null;
  readonly turns: readonly TurnData[];
  /** In the order of the text. */
  readonly moments: readonly MomentData[];
  readonly answers: readonly AnswerData[];
  readonly score: Readonly<Record<string, number | string | null>>;
  /** Moments to look at together. */
  readonly picks: readonly PickData[];
  readonly frameworks: readonly FrameworkData[];
  /** What the timeline is drawn along. */
  readonly along: 'time' | 'words';
}

export interface TurnData {
  readonly id: string;
  /** The label of the input, or '' where it is to be kept back. */
  readonly speaker: string;
  readonly role: Role;
  /** '' where words are to be kept back. */
  readonly text: string;
  readonly words: number;
  /** Where it begins and ends along the visit, 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** Seconds from the start of the recording. */
  readonly at?: number;
}

export interface MomentData {
  /** Index in `turns`. */
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  /** Index in the report's rules. */
  readonly rule: number;
  readonly code: string;
  /** Where it begins along the visit, 0 to 1. */
  readonly x: number;
}

/** A cue and what the clinician made of it. */
export interface AnswerData {
  /** Index in `moments`. */
  readonly cue: number;
  readonly response: string;
  /** Index in `turns` of the turn that answers; absent where there is none. */
  readonly turn?: number;
  /** Index in `moments`, where a moment answers. */
  readonly moment?: number;
  /** The answering words in that turn. */
  readonly start?: number;
  readonly end?: number;
}

/** A place to look at together. */
export interface PickData {
  readonly side: 'well' | 'more';
  /** The entry of feedback.yaml. */
  readonly id: string;
  /** Indices in `moments`. */
  readonly moments: readonly number[];
  /** Index in `answers`. */
  readonly answer?: number;
  readonly n: number;
}

/** The visit's moments as an instrument's items see them. */
export interface FrameworkData {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly note: string;
  /** Whose words the items are in. */
  readonly wording: string;
  readonly items: readonly FrameworkItemData[];
}

export interface FrameworkItemData {
  readonly number: string;
  readonly section: string;
  readonly label: string;
  readonly status: string;
  /** What of the item the codes can show, or why none can. */
  readonly sees: string;
  /** Indices in `moments`. */
  readonly moments: readonly number[];
  /** A figure in place of evidence, as it is to be read. */
  readonly figure?: string;
}
