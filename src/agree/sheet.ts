import { UsageError } from '../problem.ts';
import { groupsOf, placeOf, requireColumn } from './coding-rows.ts';
import { type CodedMoment, type Coding, type CodingFile, type CodingOptions, turnKey } from './codings.ts';
import type { CodingRecords } from './records.ts';

/** Columns that are never a coder's. */
const known = new Set(
  'visit_id source kind turn speaker role text code start end quote rule place time_s lexicon version note notes comment'.split(
    ' ',
  ),
);
const nothing = /^(|-|0|no|none|false)$/i;
const leftOut = /^(na|n\/a|nan|missing|\?)$/i;
const yes = /^(1|x|yes|true)$/i;
const codes = /^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$/;

/**
 * Whether a table has a column a coder: they are named by option, or there is no `code` column, or the columns beside it
 * hold yes and no alone.
 */
export function isSheet(table: CodingRecords, options: CodingOptions): boolean {
  if (options.coders !== undefined && options.coders.length > 0) return true;
  if (!table.columns.includes('visit_id') || !table.columns.includes('turn')) return false;
  const coders = codersOf(table, options);
  return table.columns.includes('code') ? coders.length > 1 && !table.columns.includes('quote') : coders.length > 0;
}

/**
 * Reads a spreadsheet of coders. A row is a turn and a coder's cell the codes given (`question.open; empathy.name`), or,
 * with a `code` column, a row is a turn and a code and the cell 1 or 0. An empty cell, `-`, `0` or `none` says that the turn has
 * none; `NA` that this coder did not code it.
 */
export function sheetOf(table: CodingRecords, file: string, options: CodingOptions): CodingFile {
  for (const column of ['visit_id', 'turn']) requireColumn(table, file, column);
  const long = table.columns.includes('code');
  const codings = codersOf(table, options).map((coder): Coding => {
    const moments: CodedMoment[] = [];
    const missing = new Set<string>();
    for (const record of table.records) {
      const { visit, turn } = placeOf(record, file);
      const cell = (record.cells[coder] ?? '').trim();
      if (leftOut.test(cell)) missing.add(turnKey(visit, turn));
      else if (nothing.test(cell)) continue;
      else if (!long) for (const code of listed(cell)) moments.push({ visit, turn, code, quote: '' });
      else if (record.cells.code?.trim()) moments.push({ visit, turn, code: record.cells.code.trim(), quote: '' });
    }
    return { name: coder, moments, missing };
  });
  return { codings, groups: groupsOf(table, options.by), instrument: '' };
}

/** The coders' columns: those named, else those that hold nothing but what a coder writes, a code with a dot among it. */
function codersOf({ columns, records }: CodingRecords, { coders, by }: CodingOptions): string[] {
  if (coders !== undefined && coders.length > 0) {
    const named = coders.map((coder) => coder.trim().toLowerCase());
    const absent = named.find((coder) => !columns.includes(coder));
    if (absent !== undefined)
      throw new UsageError(`no column ${absent} for --coders`, 'Give the names as they stand in the first row.');
    return named;
  }
  const long = columns.includes('code');
  const fits = (cell: string) =>
    nothing.test(cell) || leftOut.test(cell) || (long ? yes.test(cell) : listed(cell).every((c) => codes.test(c)));
  return columns.filter(
    (column) =>
      !known.has(column) &&
      column !== '' &&
      column !== by?.toLowerCase() &&
      records.every(({ cells }) => fits((cells[column] ?? '').trim())) &&
      (long || records.some(({ cells }) => cells[column]?.includes('.'))),
  );
}

function listed(cell: string): string[] {
  return cell.split(/[\s;,|]+/).filter(Boolean);
}
