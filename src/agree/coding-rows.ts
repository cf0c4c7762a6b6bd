import { InputError } from '../problem.ts';
import type { CodedMoment, CodingFile, CodingOptions } from './codings.ts';
import type { CodingRecord, CodingRecords } from './records.ts';

/** Reads rows of a moment each; those without a code say that nothing was found and are passed over. */
export function codingOf(table: CodingRecords, file: string, options: CodingOptions): CodingFile {
  for (const column of ['visit_id', 'turn', 'code']) requireColumn(table, file, column);
  const moments: CodedMoment[] = [];
  for (const record of table.records) {
    const { cells } = record;
    if ((cells.code ?? '').trim() === '') continue;
    const kind = cells.kind === 'note' || cells.kind === 'transcript' ? cells.kind : undefined;
    moments.push({
      ...placeOf(record, file),
      code: cells.code.trim(),
      quote: cells.quote ?? '',
      start: offset(cells.start),
      end: offset(cells.end),
      rule: cells.rule,
      kind,
    });
  }
  const { lexicon, version } = table.records[0]?.cells ?? {};
  return {
    codings: [{ name: options.name, moments, missing: new Set() }],
    groups: groupsOf(table, options.by),
    instrument: lexicon && version ? `bedside ${version}, lexicon ${lexicon}` : '',
  };
}

/** The visit and turn of a row. */
export function placeOf({ cells, place }: CodingRecord, file: string): { visit: string; turn: string } {
  const visit = cells.visit_id ?? '';
  const turn = (cells.turn ?? '').trim();
  if (visit === '' || turn === '') {
    const what = visit === '' ? 'the row names no visit' : 'the row names no turn';
    throw new InputError({
      code: 'coding.no-turn',
      file,
      at: place,
      what,
      fix: 'Fill in visit_id and turn, or take the row out.',
    });
  }
  return { visit, turn };
}

/** The group of every visit of which a row has the column; where rows differ, the first that is not empty. */
export function groupsOf({ records }: CodingRecords, by: string | undefined): Map<string, string> {
  const groups = new Map<string, string>();
  if (by === undefined) return groups;
  for (const { cells } of records) {
    const value = cells[by.toLowerCase()]?.trim();
    if (value && cells.visit_id && !groups.has(cells.visit_id)) groups.set(cells.visit_id, value);
  }
  return groups;
}

/** Throws an InputError that lists the columns there are. */
export function requireColumn({ columns }: CodingRecords, file: string, column: string): void {
  if (columns.includes(column)) return;
  // A first row that is no header may hold what a patient said.
  const short = columns.every((name) => name.length <= 24 && name.split(/\s+/).length <= 3);
  const there = short ? `among ${columns.join(', ')}` : '; the first row names no columns';
  throw new InputError({
    code: 'coding.no-column',
    file,
    what: `no column ${column}${short ? ' ' : ''}${there}`,
    fix: 'A coding has the columns visit_id, turn and code; a spreadsheet of coders visit_id, turn and a column for each coder.',
  });
}

function offset(cell: string | undefined): number | undefined {
  return cell !== undefined && /^\s*\d+\s*$/.test(cell) ? Number(cell) : undefined;
}
