/** A row of a file of codings: column to cell, and where it stands. */
export interface CodingRecord {
  readonly cells: Readonly<Record<string, string>>;
  readonly place: string;
}

/** The rows of a file of codings and the columns they have, in lower case. */
export interface CodingRecords {
  readonly columns: readonly string[];
  readonly records: readonly CodingRecord[];
}
