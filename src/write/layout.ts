import { widthOf, wrap } from './display.ts';
import type { ColumnSpec } from './writer.ts';

/** Blanks between two columns of a table. */
export const GAP = 2;
/** A text column that has to give way keeps so much; the first, which names the row, more. */
const NARROWEST_TEXT = 12;
const NARROWEST_NAME = 24;
/** The rank from which on a column gives way where all its cells say the same. */
const MINOR = 5;
const LAST = Number.MAX_SAFE_INTEGER;
const NEVER = Number.POSITIVE_INFINITY;

/** A column that a table shows: its place among all, and its width. */
export interface Shown {
  readonly at: number;
  readonly width: number;
  readonly heading: readonly string[];
}

/**
 * Chooses the columns that fit into `width`, by rank, and gives what is left to the texts that could use it. `cells` are the
 * printed cells of each column. Empty columns, and minor texts that never change, are chosen last.
 */
export function layOut(columns: readonly ColumnSpec[], cells: readonly (readonly string[])[], width: number): Shown[] {
  const wants = columns.map((column, at) => {
    const natural = cells[at].reduce((most, cell) => Math.max(most, widthOf(cell)), 0);
    const heading = headingOf(column, natural);
    const head = Math.max(...heading.map(widthOf));
    const full = Math.max(natural, head);
    const least =
      column.type === 'text'
        ? Math.max(head, Math.min(natural, column.least ?? (column.rank === 0 ? NARROWEST_NAME : NARROWEST_TEXT)))
        : full;
    return { at, heading, full, least, order: orderOf(column, cells[at]) };
  });
  let left = width + GAP;
  // What the texts chosen so far could still use: a column without a rank must not take it from them.
  let hunger = 0;
  const isRanked = columns.some(({ rank }) => rank !== undefined);
  const chosen = [...wants]
    .sort((a, b) => a.order - b.order || a.at - b.at)
    .filter(({ order, least, full }, k) => {
      const reserve = isRanked && order === LAST ? hunger + full - least : 0;
      if (order === NEVER || (k > 0 && least + GAP > left - reserve)) return false;
      left -= least + GAP;
      hunger += full - least;
      return true;
    });
  const widths = new Map(chosen.map((want) => [want.at, want.least]));
  const needy = chosen
    .filter((w) => w.full > w.least)
    .sort((a, b) => a.full - a.least - (b.full - b.least) || a.at - b.at);
  for (const [k, want] of needy.entries()) {
    const extra = Math.max(0, Math.min(want.full - want.least, Math.floor(left / (needy.length - k))));
    widths.set(want.at, want.least + extra);
    left -= extra;
  }
  return chosen
    .sort((a, b) => a.at - b.at)
    .map(({ at, heading }, _, all) => {
      // Where even the first column is too wide, it is cut to the terminal.
      const own = widths.get(at) ?? 0;
      return { at, heading, width: all.length === 1 ? Math.max(1, Math.min(own, width)) : own };
    });
}

/** The short heading broken at its blanks, in as few lines as the column's own width allows. */
function headingOf({ name, short = name }: ColumnSpec, natural: number): string[] {
  const longest = Math.max(...short.split(' ').map(widthOf));
  return wrap(short, Math.max(longest, natural));
}

/** Ranks first, then the rest; nowhere where there is nothing to see. */
function orderOf({ type, rank = LAST }: ColumnSpec, cells: readonly string[]): number {
  if (rank === 0 || cells.length === 0) return rank;
  if (cells.every((cell) => cell === '')) return NEVER;
  const same = cells.length > 1 && cells.every((cell) => cell === cells[0]);
  return type === 'text' && rank >= MINOR && same ? LAST : rank;
}
