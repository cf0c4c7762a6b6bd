import type { Visit } from '../visit.ts';
import { type Columns, indexOf } from './columns.ts';
import { copyOf } from './copy.ts';
import type { Fault } from './faults.ts';
import type { Source } from './reader.ts';

/** A table with its columns found, for the two ways in which its rows are read. */
export interface Sheet {
  /** What problem codes begin with: `csv`, `tsv`. */
  readonly format: string;
  readonly source: Source;
  readonly delimiter: string;
  /** False where quotes are characters like any other. */
  readonly quotes: boolean;
  /** Records down to the header, itself counted. */
  readonly top: number;
  readonly header: readonly string[];
  readonly columns: Columns;
  readonly rows: readonly Row[];
  /** The row, after the last one here, in which a quote opens that never closes, with its cells before the quote. */
  readonly open?: { readonly number: number; readonly cells: readonly string[] };
}

/** A record below the header with something in it. */
export interface Row {
  /** The first record of the file is row 1. */
  readonly number: number;
  /** null where an open quote has run two records together. */
  readonly cells: readonly string[] | null;
}

/** Whether the row can be cut into its cells at all. More of them than columns are no harm as long as they are empty. */
export function shapeFault({ cells }: Row, { header, format }: Sheet): Fault | undefined {
  const fix = 'Put cells that hold the delimiter or a line break into quotes, a quote inside written twice ("").';
  if (cells === null) return { code: `${format}.quote`, what: 'a quote opens in this row and closes in the next', fix };
  const width = cells.length;
  if (
    width === header.length ||
    (width > header.length && cells.slice(header.length).every((cell) => cell.trim() === ''))
  )
    return undefined;
  return { code: `${format}.fields`, what: `the row has ${width} cells, the first row ${header.length}`, fix };
}

/** The cells of the columns that `--keep` carries through; one that the table lacks is left out. */
export function extraOf({ header }: Sheet, cells: readonly string[], keep: readonly string[] = []): Visit['extra'] {
  if (keep.length === 0) return undefined;
  return Object.fromEntries(
    keep.flatMap((name) => (indexOf(header, name) < 0 ? [] : [[name, copyOf(cells[indexOf(header, name)])]])),
  );
}
