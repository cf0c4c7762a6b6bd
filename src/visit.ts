/** The model: what a reader yields and every later step enriches. Types only. */

export type Kind = 'transcript' | 'note';

export type Role = 'clinician' | 'patient' | 'other' | 'note';

/** How the roles of a visit were found: from its labels, from an option, or guessed from what is said. */
export type RoleOrigin = 'labelled' | 'given' | 'inferred';

/** Where a piece of a turn stands in the input, and when it was said. */
export interface Part {
  /** `line 14`, `row 3` (the header is row 1), `cue 7`. */
  readonly place: string;
  /** Offset of the piece in the turn's text, in UTF-16 units. */
  readonly at: number;
  /** Seconds from the start of the recording. */
  readonly start?: number;
  readonly end?: number;
}

/** One labelled line or paragraph, one row, one list item, or one speaker's consecutive cues; in a note a non-empty line. */
export interface Turn {
  /** The 1-based position, or the input's own turn column. */
  readonly id: string;
  /** The label as the input has it; '' where there is none. */
  readonly speaker: string;
  /** Readers put 'note' in notes and 'other' everywhere else; segment/roles.ts gives the real ones. */
  role: Role;
  readonly text: string;
  readonly parts: readonly Part[];
}

/** One consultation or one note. */
export interface Visit {
  readonly id: string;
  /** The file it came from, as the user named it; `stdin` for standard input. */
  readonly source: string;
  readonly kind: Kind;
  turns: Turn[];
  roles?: RoleOrigin;
  /** Its turns are rows or lines that name it: where it comes again in its file, it was torn apart there. */
  readonly inRows?: boolean;
  /** The input's own columns that `--keep` carries through. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** A span inside one turn that earns one code. */
export interface Moment {
  readonly visit: string;
  /** The turn's id. */
  readonly turn: string;
  readonly code: string;
  /** 0-based offsets into the turn's text in Unicode code points, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** `code/name` of the rule. */
  readonly rule: string;
  /** Index of the turn in `visit.turns`, so that no one needs to look its id up. */
  readonly position: number;
  /** `start` in UTF-16 units, as `parts[].at` counts. */
  readonly offset: number;
}
