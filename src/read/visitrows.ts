import type { Problem } from '../problem.ts';
import type { Kind, Visit } from '../visit.ts';
import { copyOf } from './copy.ts';
import type { ReadOptions } from './reader.ts';
import { kindsOf, readCell } from './record.ts';
import { extraOf, type Sheet, shapeFault } from './sheet.ts';

/**
 * One row a visit, its conversation, its note or both in a cell each. Without a column for the visit, a visit is called after
 * the file and its place in it, `train#2`, the only one after the file alone.
 */
export function* readVisitRows(sheet: Sheet, options: ReadOptions): Generator<Visit | Problem> {
  const { format, source, columns, rows } = sheet;
  const kinds = kindsOf({ dialogue: columns.dialogue !== undefined, note: columns.note !== undefined }, options.kind);
  const isOnly = rows.length === 1 && sheet.open === undefined && !source.before;
  let count = source.before?.items ?? 0;
  for (const row of rows) {
    const place = { file: source.name, at: `row ${row.number}` };
    const ownId = isOnly ? source.id : `${source.id}#${++count}`;
    const fault = shapeFault(row, sheet);
    if (fault || row.cells === null) {
      if (fault) yield { ...fault, ...place };
      continue;
    }
    const { cells } = row;
    const id = columns.visit === undefined ? ownId : copyOf(cells[columns.visit].trim());
    if (id === '') {
      yield {
        ...place,
        code: `${format}.no-visit`,
        what: 'the row does not say which visit it is',
        fix: "Fill in the visit's cell.",
      };
      continue;
    }
    const filled = kinds.filter((kind) => cells[columnOf(kind, sheet)].trim() !== '');
    if (filled.length === 0) yield { ...place, ...emptyFault(kinds[0], format), visit: id };
    for (const kind of filled) {
      const text = cells[columnOf(kind, sheet)];
      const extra = extraOf(sheet, cells, options.keep);
      yield* readCell(kind, { id, file: source.name, text, at: place.at, place: () => place.at, extra }, options);
    }
  }
}

/** The column that is read as this kind: the other one where `--kind` overrules what there is. */
function columnOf(kind: Kind, { columns }: Sheet): number {
  const { dialogue, note } = columns;
  return (kind === 'note' ? (note ?? dialogue) : (dialogue ?? note)) as number;
}

function emptyFault(kind: Kind, format: string) {
  const what = kind === 'note' ? 'note' : 'dialogue';
  return {
    code: `${format}.no-${what}`,
    what: `the visit's ${what} is empty`,
    fix: 'Fill in the cell, or delete the row.',
  };
}
