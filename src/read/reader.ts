import type { Problem } from '../problem.ts';
import type { Kind, Visit } from '../visit.ts';
import type { Encoding } from './encoding.ts';

/** What stands before a piece of a file that was cut, as far as its reader must know it; plain data. */
export interface Before {
  /** The reader's id. */
  readonly format: string;
  readonly encoding: Encoding;
  /** Records before: rows, with the header, or lines. */
  readonly records: number;
  /** Those below the header with something in them. */
  readonly items: number;
  readonly sheet?: { readonly delimiter: string; readonly quotes: boolean; readonly header: readonly string[] };
}

/** How a file of many visits is cut into pieces that can be read by themselves. */
export interface CutPlan extends Pick<Before, 'format' | 'sheet'> {
  /** Parts cells, which may stand in quotes; absent where a record is a line. */
  readonly delimiter?: string;
  /** Records that stand above the first one to read. */
  readonly top: number;
  readonly isFilled: (record: string) => boolean;
  /**
   * Of `count` records at hand, which begin where a visit begins, how many may be cut off: as many as can be, and not fewer than
   * `tried`. Undefined where there is no such place.
   */
  readonly seek: (count: number, tried: number, text: (record: number) => string) => number | undefined;
}

/** One file (or one group of channel files), decoded. */
export interface Source {
  /** The path as the user named it, for messages; `stdin` for standard input. */
  readonly name: string;
  /** Id of the visit, where the file holds one without an id of its own. */
  readonly id: string;
  /** Lower case, without the dot: `vtt`. '' where there is none. */
  readonly ending: string;
  /** The whole text, without BOM; line endings as in the file. */
  readonly text: string;
  /** Where `text` is a piece of the file: what stands before it. */
  readonly before?: Before;
  /** Where a line of the text stands, given `line 3`, if the text is but a piece of what the file holds. */
  readonly place?: (line: string) => string;
  /** Two recordings of one visit, one file a speaker (Praat's `X_doctor`, `X_patient`): `text` is then ''. */
  readonly channels?: readonly { readonly name: string; readonly speaker: string; readonly text: string }[];
}

/** What a user can say about the input's columns: our name for a column to the input's. */
export type ColumnMap = Readonly<
  Partial<Record<'visit' | 'turn' | 'speaker' | 'text' | 'start' | 'end' | 'note', string>>
>;

export interface ReadOptions {
  readonly map?: ColumnMap;
  /** Overrules the guess; `both` reads the dialogue and the note of a row as two visits of one id. */
  readonly kind?: Kind | 'both';
  /** Columns of the input that are carried through. */
  readonly keep?: readonly string[];
  /** Is this text a speaker's label we know (an alias such as `Doctor`, `pt`)? Data of lexicons/en/speakers.yaml. */
  readonly isAlias: (label: string) => boolean;
}

/** A format: one const object a file, listed in read/index.ts in order of detection. */
export interface Reader {
  /** What `--from` takes. */
  readonly id: string;
  /** For people: `WebVTT subtitles`. */
  readonly name: string;
  /** Lower case, without dots. */
  readonly endings: readonly string[];
  /** A file is one visit, called after its path: a shard leaves those of others unread. */
  readonly onePerFile?: true;
  /** One sentence for `bedside formats` and the docs: what of the format is understood. */
  readonly about: string;
  /** Whether the content looks like this format; only the first 64 KiB of text are given. */
  readonly sniff: (head: string, options: ReadOptions) => boolean;
  /**
   * Plans how a file that begins so is cut; undefined where it cannot be. Absent in formats that hold one visit a file. Without
   * `quotes`, in tables, they are characters like any other.
   */
  readonly cut?: (head: Source, options: ReadOptions, quotes: boolean) => CutPlan | undefined;
  /** Yields every visit it can; a bad one is a Problem in its place. Throws InputError only where the rest cannot be read. */
  readonly read: (source: Source, options: ReadOptions) => Iterable<Visit | Problem>;
}
