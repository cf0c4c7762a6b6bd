import type { Answer } from '../../score/responses.ts';
import type { Segmented } from '../../segment/types.ts';
import type { Moment, Visit } from '../../visit.ts';
import { isUnanswered } from './answers.ts';
import { FAMILIES, familyOf, OTHERS } from './families.ts';
import { ALERT, DIM, type Look, PLAIN, type Run, STRONG } from './runs.ts';

/** Eighths of a line's height. */
const BLOCKS = ' ▁▂▃▄▅▆▇█';
const NAMES = 13;

interface Slice {
  clinician: number;
  patient: number;
  all: number;
}

/** Full marks and hollow ones of a family's row, with what they mean. */
const MARKS: Readonly<Record<string, { readonly hollow: (code: string) => boolean; readonly says: string }>> = {
  question: { hollow: (code) => code.startsWith('question.closed'), says: '● open ○ closed' },
  listening: { hollow: (code) => !code.endsWith('.complex'), says: '● complex ○ simple' },
  'patient.cue': { hollow: () => false, says: '! not answered' },
};

/**
 * The visit's course: who talks when, and where the moments lie. The words of all turns stand in a row, cut into as many slices
 * as there are columns; a block's height is the share of a side in its slice.
 */
export function stripLines(
  visit: Visit,
  moments: readonly Moment[],
  answers: readonly Answer[],
  segmented: readonly Segmented[],
  width: number,
): Run[][] {
  const words = segmented.reduce((n, text) => n + text.words, 0);
  const columns = Math.min(width - NAMES, words);
  if (columns < 10) return [];
  const starts = startsOf(segmented);
  const columnOf = (word: number): number => Math.min(columns - 1, Math.floor((word * columns) / words));
  const lines: Run[][] = [];
  if (visit.kind === 'transcript') {
    const slices = slicesOf(segmented, starts, columns, words);
    lines.push(row('clinician', STRONG, heights(slices, 'clinician'), PLAIN));
    lines.push(row('patient', PLAIN, heights(slices, 'patient'), DIM));
  }
  const unanswered = new Set(answers.filter(({ response }) => isUnanswered(response)).map(({ cue }) => cue));
  for (const { id, name } of [...FAMILIES, OTHERS]) {
    const mine = moments.filter(({ code }) => familyOf(code).id === id);
    if (mine.length === 0) continue;
    const cells: string[] = Array.from({ length: columns }, () => '·');
    for (const moment of mine) {
      const text = segmented[moment.position];
      const share = text.turn.text.length > 0 ? moment.offset / text.turn.text.length : 0;
      const at = columnOf(starts[moment.position] + share * text.words);
      const mark = unanswered.has(moment) ? '!' : MARKS[id]?.hollow(moment.code) ? '○' : '●';
      if ('·○●!'.indexOf(mark) > '·○●!'.indexOf(cells[at])) cells[at] = mark;
    }
    lines.push(marksRow(name, id, cells));
  }
  lines.push(scale(visit, starts, columnOf, columns));
  return lines;
}

/** What the marks in a family's row mean; '' where they mean no more than that a moment is there. Cues of notes await no answer. */
export function meaningOf(family: string, kind: Visit['kind']): string {
  return kind === 'note' ? '' : (MARKS[family]?.says ?? '');
}

function startsOf(segmented: readonly Segmented[]): number[] {
  let before = 0;
  return segmented.map(({ words }) => {
    const start = before;
    before += words;
    return start;
  });
}

/** Words of each side in each slice. A turn's words lie evenly in its place. */
function slicesOf(segmented: readonly Segmented[], starts: readonly number[], columns: number, words: number): Slice[] {
  const slices = Array.from({ length: columns }, (): Slice => ({ clinician: 0, patient: 0, all: 0 }));
  const size = words / columns;
  for (const [position, { turn, words: said }] of segmented.entries()) {
    const from = starts[position];
    const to = from + said;
    for (let k = Math.floor(from / size); k < columns && k * size < to; k += 1) {
      const share = Math.max(0, Math.min(to, (k + 1) * size) - Math.max(from, k * size));
      slices[k].all += share;
      if (turn.role === 'clinician' || turn.role === 'patient') slices[k][turn.role] += share;
    }
  }
  return slices;
}

function heights(slices: readonly Slice[], side: 'clinician' | 'patient'): string {
  return slices.map((slice) => BLOCKS[slice.all === 0 ? 0 : Math.round((8 * slice[side]) / slice.all)]).join('');
}

function row(name: string, nameLook: Look, cells: string, look: Look): Run[] {
  return [
    { text: name.padEnd(NAMES), look: nameLook },
    { text: cells, look },
  ];
}

/** Marks in their family's colour, the empty places between them faint. */
function marksRow(name: string, family: string, cells: readonly string[]): Run[] {
  const runs: Run[] = [{ text: name.padEnd(NAMES), look: { kind: 'label', family } }];
  // Written with escapes: the program's file is read as ASCII.
  for (const piece of cells.join('').match(/\u00b7+|!+|[^\u00b7!]+/g) ?? [])
    runs.push({ text: piece, look: piece[0] === '·' ? DIM : piece[0] === '!' ? ALERT : { kind: 'moment', family } });
  return runs;
}

/** Turn numbers below the strip, at least ten columns apart. */
function scale(visit: Visit, starts: readonly number[], columnOf: (word: number) => number, columns: number): Run[] {
  const cells = Array.from({ length: columns }, () => ' ');
  let free = 0;
  for (const [position, { id }] of visit.turns.entries()) {
    const at = columnOf(starts[position]);
    if (at < free || at + id.length > columns || id.length > 8 || !/^[\x21-\x7e]+$/.test(id)) continue;
    for (const [k, sign] of [...id].entries()) cells[at + k] = sign;
    free = at + Math.max(10, id.length + 2);
  }
  return [{ text: `${(visit.kind === 'note' ? 'line' : 'turn').padEnd(NAMES)}${cells.join('').trimEnd()}`, look: DIM }];
}
