import type { Kind } from '../visit.ts';

/** A moment as a coder or a program wrote it down. */
export interface CodedMoment {
  readonly visit: string;
  readonly turn: string;
  readonly code: string;
  /** '' where the coding has no quotes. */
  readonly quote: string;
  /** Code points into the turn's text, where the coding has them. */
  readonly start?: number;
  readonly end?: number;
  /** What gave the tag, in our own output. */
  readonly rule?: string;
  /** Whether it is of a transcript or of a note, where the coding says so. */
  readonly kind?: Kind;
}

/** All that one coder coded. */
export interface Coding {
  /** `gold`, `tags`, or the coder's column. */
  readonly name: string;
  readonly moments: readonly CodedMoment[];
  /** Keys (see turnKey) of turns that this coder left out; every other turn without a moment is coded as having none. */
  readonly missing: ReadonlySet<string>;
}

/** What a file of codings holds. */
export interface CodingFile {
  /** One coding; several from a spreadsheet with a column a coder. */
  readonly codings: readonly Coding[];
  /** The value of the column that groups visits, by visit. */
  readonly groups: ReadonlyMap<string, string>;
  /** What made the coding, where it says so; '' where it does not. */
  readonly instrument: string;
}

export interface CodingOptions {
  /** What a coding without coders' columns is called. */
  readonly name: string;
  /** The columns of a spreadsheet that are coders; found by their content where not given. */
  readonly coders?: readonly string[];
  /** The column that groups visits. */
  readonly by?: string;
}

/** One text for a turn of a visit. */
export function turnKey(visit: string, turn: string): string {
  return `${visit}\t${turn}`;
}

/** Whether a code is another or one of its sub-codes. */
export function isUnder(code: string, family: string): boolean {
  return code === family || code.startsWith(`${family}.`);
}
