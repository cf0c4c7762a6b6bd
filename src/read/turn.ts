import type { Part, Role, Turn } from '../visit.ts';

/** A piece of a turn as the input has it: it may be cut over several lines. */
export interface Piece {
  /** `line 14`, `row 3`, `cue 7`. */
  readonly place: string;
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
}

/** A line break with the blanks about it becomes one space, the ends are trimmed, nothing else changes. */
export function oneLine(text: string): string {
  if (!text.includes('\n') && !text.includes('\r')) return text.trim();
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

/**
 * Makes a turn of its pieces, joined by one space. A piece without text leaves no trace, but the first one stays as the
 * place of a turn that has none at all.
 */
export function makeTurn(id: string, speaker: string, pieces: readonly Piece[], role: Role = 'other'): Turn {
  // Most turns are one piece.
  if (pieces.length === 1) {
    return { id, speaker, role, text: oneLine(pieces[0].text), parts: [makePart(pieces[0], 0)] };
  }
  let parts: Part[] = [];
  let text = '';
  for (const piece of pieces) {
    const own = oneLine(piece.text);
    if (own === '') continue;
    const at = text === '' ? 0 : text.length + 1;
    // Most turns have one part; an array that grows has room for many.
    if (at === 0) parts = [makePart(piece, at)];
    else parts.push(makePart(piece, at));
    text = text === '' ? own : `${text} ${own}`;
  }
  if (parts.length === 0 && pieces.length > 0) parts = [makePart(pieces[0], 0)];
  return { id, speaker, role, text, parts };
}

function makePart({ place, start, end }: Piece, at: number): Part {
  if (start === undefined && end === undefined) return { place, at };
  return { place, at, ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}
