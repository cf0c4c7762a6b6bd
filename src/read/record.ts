import { isProblem, type Problem } from '../problem.ts';
import type { Kind, Visit } from '../visit.ts';
import { note } from './note.ts';
import type { ReadOptions } from './reader.ts';
import { text } from './text.ts';

/** A whole conversation or a whole note in one cell, or in one string of JSON. */
export interface Cell {
  readonly id: string;
  readonly file: string;
  readonly text: string;
  /** Where the cell stands; undefined where it is all there is in the file. */
  readonly at?: string;
  /** Where a line of it stands, given `line 3`. */
  readonly place: (line: string) => string;
  readonly extra?: Visit['extra'];
}

/** Reads a cell as a file of its own would be read: labelled text, or a note. */
export function* readCell(kind: Kind, cell: Cell, options: ReadOptions): Generator<Visit | Problem> {
  const reader = kind === 'note' ? note : text;
  const source = { name: cell.file, id: cell.id, ending: '', text: cell.text, place: cell.place };
  for (const item of reader.read(source, { ...options, kind })) {
    if (isProblem(item)) {
      yield { ...item, ...(cell.at !== undefined && { at: cell.at }) };
      continue;
    }
    yield cell.extra ? { ...item, extra: cell.extra } : item;
  }
}

/** Which of its two a record is read as: the conversation where it has one, unless `--kind` says otherwise. */
export function kindsOf(has: { dialogue: boolean; note: boolean }, kind: ReadOptions['kind']): Kind[] {
  if (kind === 'both')
    return [...(has.dialogue ? (['transcript'] as const) : []), ...(has.note ? (['note'] as const) : [])];
  if (kind === 'note') return ['note'];
  // A note under `--kind transcript` stays one: `readSource` then says that it holds no conversation.
  return [has.dialogue || !has.note ? 'transcript' : 'note'];
}

/** Who speaks, where a name and a role are given: the one that tells a clinician from a patient. */
export function speakerOf(name: string, role: string, isAlias: ReadOptions['isAlias']): string {
  if (role === '' || (name !== '' && isAlias(name))) return name;
  return name === '' || isAlias(role) ? role : name;
}
