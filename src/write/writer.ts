/** A cell of a row: text, a number already rounded by its column, or nothing. */
export type Cell = string | number | null;

/** What a column holds, for writers that align, quote or guard by it. */
export interface ColumnSpec {
  readonly name: string;
  readonly type: 'text' | 'count' | 'ratio' | 'index' | 'seconds';
  /** Heading in a table, where the name is too long; it may be broken at its blanks. */
  readonly short?: string;
  /** Which columns a narrow table shows first: 0 always, then upwards; those without one come last. */
  readonly rank?: number;
}

/** A line under a table: a name, and for each column nothing, a figure, or the lowest and the highest. */
export interface Foot {
  readonly label: string;
  readonly cells: readonly (Cell | readonly [number, number])[];
}

export interface WriteOptions {
  /** True for a file named with -o: text cells that a spreadsheet would run are then guarded. */
  readonly guard: boolean;
  /** Columns of the terminal, for the table. */
  readonly width: number;
  readonly colour: boolean;
  /** Lines under a table, made from all of its rows; only the table asks for them. */
  readonly foot?: (rows: readonly (readonly Cell[])[]) => readonly Foot[];
}

/** How a format is written in parts that are made apart, in other threads even, and put together in order. */
export interface Format {
  /** What stands before all rows. */
  readonly head: (columns: readonly ColumnSpec[], options: WriteOptions) => string;
  /** Some of the rows. */
  readonly rows: (columns: readonly ColumnSpec[], rows: readonly (readonly Cell[])[], options: WriteOptions) => string;
  /** A visit as one object, in formats that have objects. */
  readonly object?: (object: object) => string;
  /** What the very first part begins with in place of its first `joint` characters, which part it from one before. */
  readonly open?: string;
  readonly joint: number;
  readonly tail: (isEmpty: boolean) => string;
}

/** An output format: one const object a file, listed in write/index.ts. */
export interface Writer {
  /** What `--to` takes. */
  readonly id: string;
  readonly name: string;
  readonly endings: readonly string[];
  /** Loads what no other format needs; awaited before the first `write`. */
  readonly load?: () => Promise<void>;
  /** Absent where a format is laid out over all rows. */
  readonly format?: Format;
  /** Turns rows into text, in pieces; a cell's place is its column's. */
  readonly write: (
    columns: readonly ColumnSpec[],
    rows: Iterable<readonly Cell[]>,
    options: WriteOptions,
  ) => Iterable<string>;
}
