import type { Problem } from '../problem.ts';
import type { Turn, Visit } from '../visit.ts';
import { secondsOf } from './clock.ts';
import type { Columns } from './columns.ts';
import { copyOf } from './copy.ts';
import { addFault, type Faults, problemsOf } from './faults.ts';
import type { ReadOptions } from './reader.ts';
import { kindsOf, readCell, speakerOf } from './record.ts';
import { extraOf, type Row, type Sheet, shapeFault } from './sheet.ts';
import { makeTurn } from './turn.ts';

/** The visit whose rows are being read. */
interface Group {
  readonly id: string;
  readonly extra: Visit['extra'];
  readonly turns: Turn[];
  /** Rows so far, those that gave no turn too: they keep their number. */
  count: number;
  note?: { text: string; row: number };
  readonly faults: Faults;
}

/**
 * One row a turn; the rows of a visit stand together, those that come back later make another visit of that id. Without a column
 * for the visit the whole file is one.
 */
export function* readTurnRows(sheet: Sheet, options: ReadOptions): Generator<Visit | Problem> {
  const { source, rows } = sheet;
  const columns = settleId(sheet);
  const settled = { ...sheet, columns };
  let group: Group | undefined;
  for (const row of rows) {
    const place = { file: source.name, at: `row ${row.number}` };
    const shape = shapeFault(row, sheet);
    const id = visitOf(row, columns, source.id);
    if (shape || id === '' || row.cells === null) {
      const fault = shape ?? {
        code: `${sheet.format}.no-visit`,
        what: 'the row does not say which visit it is',
        fix: "Fill in the visit's cell.",
      };
      if (!group) yield { ...fault, ...place };
      else {
        addFault(group.faults, { ...fault, ...place, ...(id === group.id && { visit: id }) });
        group.count++;
      }
      continue;
    }
    if (group?.id !== id) {
      yield* close(group, sheet, options);
      group = {
        id: copyOf(id),
        extra: extraOf(sheet, row.cells, options.keep),
        turns: [],
        count: 0,
        faults: new Map(),
      };
    }
    addRow(group, row.number, row.cells, settled, options);
  }
  if (isWhole(group, sheet.open?.cells, columns.visit)) yield* close(group, sheet, options);
  else if (group) yield* problemsOf(group.faults);
}

/** A quote that never closes swallows rows, nobody knows how many: the visit that its own row belongs to is not whole. */
function isWhole(group: Group | undefined, open: readonly string[] | undefined, visit: number | undefined): boolean {
  if (!open) return true;
  return visit !== undefined && visit < open.length && open[visit].trim() !== group?.id;
}

/**
 * Where `id` is the only column that could be the visit's and no two rows in a row share one, it numbers the turns.
 */
export function settleId({ columns, header, rows, source }: Sheet): Columns {
  const { visit, turn } = columns;
  // A file whose rows are turns of one visit is not cut.
  if (source.before) return columns;
  if (visit === undefined || header[visit].trim().toLowerCase() !== 'id' || rows.length < 2) return columns;
  const repeats = rows.some(({ cells }, i) => i > 0 && cells !== null && cells[visit] === rows[i - 1].cells?.[visit]);
  return repeats ? columns : { ...columns, visit: undefined, turn: turn ?? visit };
}

function visitOf({ cells }: Row, { visit }: Columns, fallback: string): string {
  return visit === undefined ? fallback : (cells?.[visit]?.trim() ?? '');
}

function addRow(group: Group, number: number, cells: readonly string[], sheet: Sheet, { isAlias }: ReadOptions): void {
  const { columns, source, format } = sheet;
  const cell = (index: number | undefined) => (index === undefined ? '' : cells[index].trim());
  group.count++;
  if (group.note === undefined && cell(columns.note) !== '') group.note = { text: cell(columns.note), row: number };
  const speaker = speakerOf(cell(columns.speaker), cell(columns.role), isAlias);
  const text = cell(columns.text);
  const place = `row ${number}`;
  if (speaker === '') {
    const fault = {
      code: `${format}.no-label`,
      what: 'the row does not say who speaks',
      fix: "Fill in the speaker's cell, or delete the row.",
    };
    if (text !== '') addFault(group.faults, { ...fault, file: source.name, at: place, visit: group.id });
    return;
  }
  const start = secondsOf(cell(columns.start));
  const end = secondsOf(cell(columns.end));
  group.turns.push(makeTurn(cell(columns.turn) || String(group.count), speaker, [{ place, text, start, end }]));
}

function* close(group: Group | undefined, sheet: Sheet, options: ReadOptions): Generator<Visit | Problem> {
  if (!group) return;
  const { id, extra, turns } = group;
  const file = sheet.source.name;
  yield* problemsOf(group.faults);
  const wantsNote = options.kind === 'note' || options.kind === 'both';
  for (const kind of kindsOf({ dialogue: true, note: wantsNote && group.note !== undefined }, options.kind)) {
    if (kind === 'transcript') {
      if (turns.length > 0) yield { id, source: file, kind, turns, inRows: true, ...(extra && { extra }) };
    } else if (group.note) {
      const at = `row ${group.note.row}`;
      yield* readCell(kind, { id, file, text: group.note.text, at, place: () => at, extra }, options);
    } else {
      yield {
        code: `${sheet.format}.no-note`,
        file,
        what: "the visit's note is empty",
        fix: 'Fill in its cell, or leave --kind out.',
        visit: id,
      };
    }
  }
}
