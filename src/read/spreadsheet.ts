import { InputError, type Problem } from '../problem.ts';
import type { Visit } from '../visit.ts';
import { findColumns, indexOf, isTelling, namesVisits } from './columns.ts';
import { planRows } from './cutrows.ts';
import { findTurns, linesOf } from './dialogue.ts';
import { isCodingHeader } from './foreign.ts';
import type { Before, CutPlan, ReadOptions, Source } from './reader.ts';
import type { Row, Sheet } from './sheet.ts';
import { firstRow, firstRows, parseTable, SEPARATOR_LINE, type Table } from './table.ts';
import { readTurnRows, settleId } from './turnrows.ts';
import { readVisitRows } from './visitrows.ts';

/** Whether a file's first row names the columns of visits, parted by one of these delimiters. */
export function sniffSheet(head: string, delimiters: readonly string[], options: ReadOptions): boolean {
  return firstRows(head, delimiters).some((row) => namesVisits(row, options));
}

/** Reads a table, one row a turn or one row a visit. Throws InputError where columns are missing or a quote never closes. */
export function* readSheet(
  format: string,
  source: Source,
  delimiters: readonly string[],
  options: ReadOptions,
): Generator<Visit | Problem> {
  const sheet = openSheet(format, source, delimiters, options);
  const { columns } = sheet;
  const isTurns = columns.speaker !== undefined && columns.text !== undefined;
  yield* isTurns ? readTurnRows(sheet, options) : readVisitRows(sheet, options);
  if (sheet.open !== undefined) throw openQuote(format, source, sheet.open.number);
}

/** Plans how a table that begins so is cut; `quotes` false takes them for characters. */
export function planSheet(
  format: string,
  head: Source,
  delimiters: readonly string[],
  options: ReadOptions,
  quotes: boolean,
): CutPlan | undefined {
  try {
    const sheet = openSheet(format, head, delimiters, options, quotes);
    const isTurns = sheet.columns.speaker !== undefined && sheet.columns.text !== undefined;
    return planRows(isTurns ? { ...sheet, columns: settleId(sheet) } : sheet, isTurns);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return undefined;
  }
}

function openQuote(format: string, source: Source, row: number): InputError {
  return new InputError({
    code: `${format}.quote`,
    file: source.name,
    at: `row ${row}`,
    what: 'a quote opens in this row and never closes; nothing from here on can be read',
    fix: 'Close it, and write a quote inside a cell twice ("").',
  });
}

function openSheet(
  format: string,
  source: Source,
  delimiters: readonly string[],
  options: ReadOptions,
  quotes = true,
): Sheet {
  if (source.before?.sheet) return goOn(format, source, source.before, options);
  const delimiter = bestDelimiter(source.text, delimiters, options);
  const table = parseTable(source.text, delimiter, quotes);
  const top = table.rows.findIndex(
    (row) => row?.some((cell) => cell.trim() !== '') && !SEPARATOR_LINE.test(row.join('')),
  );
  if (top < 0 && table.open) throw openQuote(format, source, 1);
  const header = (table.rows[top] ?? []).map((cell) => cell.trim());
  const rows = rowsOf(table, 0).filter(({ number }) => top >= 0 && number > top + 1);
  const at = `row ${Math.max(top, 0) + 1}`;
  const missing = (code: string, what: string, fix: string) =>
    new InputError({ code: `${format}.${code}`, file: source.name, at, what, fix });
  for (const [field, name] of Object.entries(options.map ?? {})) {
    if (indexOf(header, name) >= 0) continue;
    throw missing(
      'no-column',
      `no column has the name that --map gives for ${field}; ${listed(header)}`,
      `Give the name as it stands there: --map ${field}=NAME`,
    );
  }
  const sheet = {
    format,
    source,
    delimiter,
    quotes,
    top: top + 1,
    header,
    columns: findColumns(header, options.map),
    rows,
    ...(table.open && { open: { number: table.rows.length + 1, cells: table.open } }),
  };
  const fault = faultOf(sheet, options);
  if (fault) throw missing(...fault);
  return sheet;
}

/** A piece of a table whose header stands in another. */
function goOn(format: string, source: Source, { records, sheet }: Before, { map }: ReadOptions): Sheet {
  const { delimiter, quotes, header } = sheet as NonNullable<Before['sheet']>;
  const table = parseTable(source.text, delimiter, quotes);
  return {
    format,
    source,
    delimiter,
    quotes,
    top: 0,
    header,
    columns: findColumns(header, map),
    rows: rowsOf(table, records),
    ...(table.open && { open: { number: records + table.rows.length + 1, cells: table.open } }),
  };
}

/** The records with something in them; `before` stand above the first. */
function rowsOf(table: Table, before: number): Row[] {
  const rows: Row[] = [];
  for (const [i, cells] of table.rows.entries()) {
    if (cells === null || cells.some((cell) => cell.trim() !== '')) rows.push({ number: before + i + 1, cells });
  }
  return rows;
}

/** The delimiter under which most columns are known, else most are there. */
function bestDelimiter(text: string, delimiters: readonly string[], { map }: ReadOptions): string {
  const head = text.slice(0, 65536);
  const worth = (delimiter: string) => {
    const row = firstRow(head, delimiter);
    return Object.keys(findColumns(row, map)).length * 1000 + row.length;
  };
  return delimiters.reduce((best, delimiter) => (worth(delimiter) > worth(best) ? delimiter : best));
}

/** Code, wording and remedy where a needed column or every row is missing. */
function faultOf(sheet: Sheet, options: ReadOptions): [code: string, what: string, fix: string] | undefined {
  const { header, columns, rows, open } = sheet;
  const { speaker, text, dialogue, note } = columns;
  const isNoted = options.kind === 'note' || speaker === undefined;
  if (text === undefined && dialogue === undefined && !(isNoted && note !== undefined)) {
    if (isCodingHeader(header))
      return [
        'coding',
        'these are codes or scores, no column holds what was said',
        'Give the transcripts they belong to.',
      ];
    return ['no-text', missed('what is said', header), `Name it: --map text=${unclaimed(sheet)}`];
  }
  if (rows.length === 0 && open === undefined)
    return ['no-rows', 'there is no row below the first', 'Export the table with its rows.'];
  if (speaker !== undefined && options.kind === 'note' && note === undefined) {
    return [
      'no-note',
      `the rows are turns, and there is ${missed('a note', header)}`,
      'Leave --kind out, or name it: --map note=NAME',
    ];
  }
  const isSpoken = dialogue !== undefined && options.kind !== 'note';
  if (speaker === undefined && isSpoken && !holdsDialogue(sheet, dialogue, options)) {
    return ['no-speaker', missed('the speaker', header), `Name it: --map speaker=${unclaimed(sheet)}`];
  }
  return undefined;
}

function missed(what: string, header: readonly string[]): string {
  return isTelling(header)
    ? `no column for ${what} among ${named(header)}`
    : `no column for ${what}; ${listed(header)}`;
}

function listed(header: readonly string[]): string {
  return isTelling(header) ? `there are ${named(header)}` : 'the first row names no columns';
}

function named(header: readonly string[]): string {
  return header.filter((cell) => cell !== '').join(', ');
}

/** The one column whose use is not known, ready to paste; NAME where there are several. */
function unclaimed({ header, columns }: Sheet): string {
  const claimed = new Set(Object.values(columns));
  const free = header.filter((_, i) => !claimed.has(i));
  return free.length === 1 && isTelling(header) && /^[\p{L}\p{N}_.-]+$/u.test(free[0]) ? free[0] : 'NAME';
}

/** Whether most cells of a column hold labelled turns; the first fifty tell. */
function holdsDialogue({ rows }: Sheet, column: number, { isAlias }: ReadOptions): boolean {
  const filled = rows.flatMap(({ cells }) => (cells?.[column]?.trim() ? [cells[column]] : [])).slice(0, 50);
  const labelled = filled.filter((cell) => findTurns(linesOf(cell), isAlias).some((turn) => turn !== undefined));
  return labelled.length * 2 >= filled.length;
}
