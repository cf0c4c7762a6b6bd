import { parse } from 'csv-parse/sync';
import { InputError } from '../problem.ts';
import type { CodingRecords } from './records.ts';

/** The rows of a CSV or TSV of codings. A cell that was guarded against spreadsheets is read without its guard. */
export function tableRecords(text: string, file: string): CodingRecords {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = ['\t', ';', ','].find((mark) => header.includes(mark)) ?? ',';
  const rows = cells(text, file, delimiter);
  if (rows.length === 0) {
    throw new InputError({
      code: 'coding.empty',
      file,
      what: 'the file is empty',
      fix: 'Give a table with the columns visit_id, turn and code.',
    });
  }
  const columns = rows[0].map((name) => name.trim().toLowerCase());
  const records = rows.slice(1).map((row, i) => ({
    cells: Object.fromEntries(columns.map((column, j) => [column, unguarded(row[j] ?? '')])),
    place: `row ${i + 2}`,
  }));
  return { columns, records };
}

function cells(text: string, file: string, delimiter: string): string[][] {
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true });
  } catch {
    // What the parser says quotes its input.
    throw new InputError({
      code: 'coding.table',
      file,
      what: 'the table cannot be read: its quotation marks do not pair',
      fix: 'Save it again as CSV from the program that made it.',
    });
  }
}

/** Our own files put a `'` before what a spreadsheet would run, and before one that stands there already. */
function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
