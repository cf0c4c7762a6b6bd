import type { ChalkInstance } from 'chalk';
import { cellText } from './cell.ts';
import { clean, widthOf, wrap } from './display.ts';
import { GAP, layOut, type Shown } from './layout.ts';
import type { Cell, ColumnSpec, Foot, WriteOptions, Writer } from './writer.ts';

/** Stands where a cell is empty, so that nobody takes it for 0. */
const EMPTY = '–';

/** Decimals in a table, where a column's own are too many to read. */
const DECIMALS: Readonly<Partial<Record<ColumnSpec['type'], number>>> = { ratio: 2, index: 0, seconds: 0 };

let chalk: typeof import('chalk') | undefined;

/** A table for the terminal, fitted to its width. */
export const table: Writer = {
  id: 'table',
  name: 'table for the terminal',
  endings: [],
  async load() {
    chalk ??= await import('chalk');
  },
  write: writeTable,
};

function* writeTable(
  columns: readonly ColumnSpec[],
  source: Iterable<readonly Cell[]>,
  options: WriteOptions,
): Generator<string> {
  const rows = [...source];
  const foot = options.foot?.(rows) ?? [];
  if (!chalk) throw new Error('a table is written after its load()');
  const paint = new chalk.Chalk({ level: options.colour ? 1 : 0 });
  const body = rows.map((row) => columns.map((column, at) => print(row[at] ?? null, column)));
  const under = foot.map((line) => printFoot(line, columns));
  const cells = columns.map((column, at) => {
    const own = body.map((row) => row[at]);
    // A foot's label may be wrapped; its figures have to fit.
    return column.type === 'text'
      ? own
      : [...own, ...under.map((line) => line[at]).filter(() => own.some((c) => c !== ''))];
  });
  const shown = layOut(columns, cells, options.width);
  const rule = paint.dim(
    '─'.repeat(
      Math.min(
        options.width,
        shown.reduce((n, s) => n + s.width + GAP, -GAP),
      ),
    ),
  );
  yield* heading(shown, columns, paint);
  yield `${rule}\n`;
  for (const row of body) yield* lines(row, shown, columns, paint);
  if (under.length > 0) {
    yield `${rule}\n`;
    for (const line of under) yield* lines(line, shown, columns, paint, paint.cyan);
  }
  if (shown.length < columns.length) {
    const hidden = columns.length - shown.length;
    const note = `${hidden} more ${hidden === 1 ? 'column' : 'columns'}: widen the terminal, or write them all with --to csv or -o FILE. bedside columns tells what each means.`;
    yield '\n';
    for (const line of wrap(note, options.width)) yield `${paint.dim(line)}\n`;
  }
}

function print(cell: Cell, { type, brief = (text) => text }: ColumnSpec): string {
  const decimals = DECIMALS[type];
  if (typeof cell === 'number' && decimals !== undefined) return cell.toFixed(decimals);
  const text = clean(brief(cellText(cell, type)));
  return type === 'text' ? text.replaceAll(/;(?=\S)/g, '; ') : text;
}

function printFoot({ label, cells }: Foot, columns: readonly ColumnSpec[]): string[] {
  return columns.map((column, at) => {
    if (at === 0) return clean(label);
    const cell = cells[at] ?? null;
    if (cell === null || typeof cell !== 'object') return print(cell, column);
    const [low, high] = cell;
    return low === high ? print(low, column) : `${print(low, column)}–${print(high, column)}`;
  });
}

function* heading(shown: readonly Shown[], columns: readonly ColumnSpec[], paint: ChalkInstance): Generator<string> {
  const height = Math.max(0, ...shown.map((s) => s.heading.length));
  for (let k = 0; k < height; k += 1) {
    const line = shown.map(({ at, width, heading }) => {
      // Headings stand on the rule.
      const text = heading[k - (height - heading.length)] ?? '';
      return { text: cut(text, width), width, right: isNumber(columns[at]), paint: paint.bold };
    });
    yield join(line);
  }
}

function* lines(
  row: readonly string[],
  shown: readonly Shown[],
  columns: readonly ColumnSpec[],
  paint: ChalkInstance,
  tint?: ChalkInstance,
): Generator<string> {
  const cells = shown.map(({ at, width }) => ({
    at,
    width,
    lines: wrap(row[at] || (columns[at].type === 'text' ? '' : EMPTY), width),
  }));
  const height = Math.max(1, ...cells.map((c) => c.lines.length));
  for (let k = 0; k < height; k += 1) {
    yield join(
      cells.map(({ at, width, lines: texts }) => {
        const text = texts[k] ?? '';
        return { text, width, right: isNumber(columns[at]), paint: tint ?? colourOf(text, columns[at], paint) };
      }),
    );
  }
}

interface Piece {
  readonly text: string;
  readonly width: number;
  readonly right: boolean;
  readonly paint: ChalkInstance | undefined;
}

/** One line: pieces padded to their widths, no blanks at the end. */
function join(pieces: readonly Piece[]): string {
  const padded = pieces.map(({ text, width, right, paint }) => {
    const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
    const painted = paint ? paint(text) : text;
    return right ? blanks + painted : painted + blanks;
  });
  return `${padded.join(' '.repeat(GAP)).trimEnd()}\n`;
}

function cut(text: string, width: number): string {
  return wrap(text, width)[0];
}

function isNumber({ type }: ColumnSpec): boolean {
  return type !== 'text';
}

/** Nothing and 0 step back, doubts stand out. */
function colourOf(text: string, { name, type }: ColumnSpec, paint: ChalkInstance): ChalkInstance | undefined {
  if (name === 'flags') return paint.yellow;
  if (name === 'response' && (text === 'moved_on' || text === 'none')) return paint.yellow;
  if (type !== 'text' && (text === EMPTY || Number(text) === 0)) return paint.dim;
  return undefined;
}
