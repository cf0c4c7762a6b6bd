import { codingOf } from './coding-rows.ts';
import type { CodingFile, CodingOptions } from './codings.ts';
import { jsonRecords } from './json-records.ts';
import { isSheet, sheetOf } from './sheet.ts';
import { tableRecords } from './table-records.ts';

/**
 * Reads a file of codings: a table with a row a moment (`visit_id, turn, code`, and if there are any `start, end, quote`),
 * what `tag` writes as CSV, TSV, JSON or NDJSON, or a spreadsheet with a row a turn and a column a coder.
 * Throws InputError.
 */
export function readCodings(text: string, file: string, options: CodingOptions): CodingFile {
  const table = /^\s*[[{]/.test(text) ? jsonRecords(text, file) : tableRecords(text, file);
  return isSheet(table, options) ? sheetOf(table, file, options) : codingOf(table, file, options);
}
