import type { CutPlan } from './reader.ts';
import { type Sheet, shapeFault } from './sheet.ts';
import { parseTable } from './table.ts';

/**
 * Plans how a table is cut: anywhere where a row is a visit, else between two rows that are whole and name different visits.
 * Undefined where one visit is the whole file.
 */
export function planRows(sheet: Sheet, isTurns: boolean): CutPlan | undefined {
  const { format, delimiter, quotes, top, header, columns } = sheet;
  const { visit } = columns;
  if (isTurns && visit === undefined) return undefined;
  const cellsOf = (record: string): readonly string[] | undefined =>
    parseTable(record, delimiter, quotes).rows[0] ?? undefined;
  const visitOf = (record: string): string => {
    const cells = cellsOf(record);
    if (!cells || shapeFault({ number: 0, cells }, sheet)) return '';
    return cells[visit as number].trim();
  };
  return {
    format,
    sheet: { delimiter, quotes, header },
    ...(quotes && { delimiter }),
    top,
    isFilled: (record) => cellsOf(record)?.some((cell) => cell.trim() !== '') ?? false,
    seek: (count, tried, text) => {
      if (!isTurns) return count;
      let below = count > 0 ? visitOf(text(count - 1)) : '';
      for (let k = count - 1; k >= Math.max(1, tried); k -= 1) {
        const above = visitOf(text(k - 1));
        if (above !== '' && below !== '' && above !== below) return k;
        below = above;
      }
      return undefined;
    },
  };
}
