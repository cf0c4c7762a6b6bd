import { CsvError, parse } from 'csv-parse/sync';
import { strictRows } from './strictrows.ts';

/** The records of a CSV or TSV file, the header first. */
export interface Table {
  /** Cells of each record; null where an open quote has run two records together. */
  readonly rows: readonly (readonly string[] | null)[];
  /** The whole cells of a record after the last one, in which a quote opens that never closes. */
  readonly open?: readonly string[];
}

const BASE = { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true };

/** A first row that names columns is not longer. */
const HEADER = 8192;

/** The line that Excel reads its delimiter from. */
export const SEPARATOR_LINE = /^sep=.?\s*$/i;

/** The first record with something in it, for finding out what a file is; none where not even that can be read. */
export function firstRow(text: string, delimiter: string): readonly string[] {
  return rowOf(beginningOf(text), delimiter);
}

/** The first record as each of some delimiters would cut it; without those by which it is but one cell. */
export function firstRows(text: string, delimiters: readonly string[]): (readonly string[])[] {
  const beginning = beginningOf(text);
  const { body, line } = beginning;
  // Detection asks of every file: most are told without a parser.
  const cutting = delimiters.filter((delimiter) => (line.includes('"') ? body : line).includes(delimiter));
  return cutting.map((delimiter) => rowOf(beginning, delimiter)).filter((row) => row.length > 1);
}

interface Beginning {
  /** As much as a header can take. */
  readonly body: string;
  /** The first line of it with something on it. */
  readonly line: string;
}

function beginningOf(text: string): Beginning {
  const body = text.replace(/^\s*sep=.[ \t]*[\r\n]+/i, '').slice(0, HEADER);
  return { body, line: /\S[^\r\n]*/.exec(body)?.[0] ?? '' };
}

function rowOf({ body, line }: Beginning, delimiter: string): readonly string[] {
  if (!line.includes('"')) return line.split(delimiter);
  try {
    return parse(body, { ...BASE, delimiter, relax_quotes: true, skip_empty_lines: true, to: 1 })[0] ?? [];
  } catch {
    return [];
  }
}

/**
 * Cuts a whole file into records. Quotes are read strictly first. A file that breaks their rules is read again as spreadsheets
 * would, a quote in the middle of a cell being a character; in a TSV, which needs no quotes, then all quotes are characters, as
 * they are without `quotes`.
 */
export function parseTable(text: string, delimiter: string, quotes = true): Table {
  if (!quotes) return attempt(text, delimiter, 'none') ?? FAILED;
  const strict = strictRows(text, delimiter);
  if (strict && strict.open === undefined) return { rows: strict.rows };
  // The beginning of a large file, mostly.
  if (strict && delimiter !== '\t') {
    return { rows: strict.rows, open: cellsBefore(text.slice(strict.open), delimiter) };
  }
  try {
    return { rows: parse(text, { ...BASE, delimiter }) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Record by record takes half as long again, but keeps what came before a fault.
    if (delimiter === '\t') return attempt(text, delimiter, 'none') ?? FAILED;
    return attempt(text, delimiter, 'strict') ?? attempt(text, delimiter, 'loose') ?? FAILED;
  }
}

const FAILED: Table = { rows: [], open: [] };

function attempt(text: string, delimiter: string, quotes: 'strict' | 'loose' | 'none'): Table | undefined {
  const rows: (readonly string[] | null)[] = [];
  let bytes = 0;
  try {
    // With `raw`, which doubles the work, csv-parse hands over the record and its characters together.
    const options = {
      ...BASE,
      delimiter,
      quote: quotes === 'none' ? null : '"',
      relax_quotes: quotes === 'loose',
      raw: quotes === 'loose',
    };
    parse(text, {
      ...options,
      on_record: (row: string[] | { record: string[]; raw: string }, info: { bytes: number }) => {
        bytes = info.bytes;
        rows.push(Array.isArray(row) ? row : row.record.some((cell) => ranTogether(cell, row.raw)) ? null : row.record);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The only fault that ends a file; every other one is about a quote where none may stand.
    if (error.code !== 'CSV_QUOTE_NOT_CLOSED') return undefined;
    return { rows, open: cellsBefore(Buffer.from(text).subarray(bytes).toString(), delimiter) };
  }
  return { rows };
}

/** The cells of a record up to the one that begins with a quote. */
function cellsBefore(record: string, delimiter: string): string[] {
  const [line] = record.split(/\r\n|\n|\r/, 1);
  const cells = line.split(delimiter);
  return cells.slice(
    0,
    Math.max(
      0,
      cells.findIndex((cell) => cell.startsWith('"')),
    ),
  );
}

/** A loosely read cell over several lines that begins with a quote, though the file did not write that quote doubled. */
function ranTogether(cell: string, raw: string): boolean {
  if (!cell.startsWith('"') || !/[\r\n]/.test(cell)) return false;
  return !raw.includes(`"${cell.slice(0, 24).replaceAll('"', '""')}`);
}
