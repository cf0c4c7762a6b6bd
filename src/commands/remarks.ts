import type { Item } from '../batch/task.ts';
import type { ReadingOptions } from './options.ts';

/** Watches the visits of a run for what is no error but surely not meant; its notes come at the end. */
export interface Remark {
  readonly see: (visit: NonNullable<Item['visit']>) => void;
  readonly notes: () => readonly string[];
}

/** So many files are named. */
const NAMED = 5;

/** Columns named in --keep that no visit of a file has. */
export function lostColumns({ keep = [] }: ReadingOptions): Remark {
  const files = new Map<string, Set<string>>();
  return {
    see({ source, kept = [] }) {
      if (keep.length === 0) return;
      const lost = files.get(source) ?? new Set(keep);
      for (const name of kept) lost.delete(name);
      files.set(source, lost);
    },
    notes: () =>
      [...new Set(keep)].flatMap((name) => {
        const without = [...files].filter(([, lost]) => lost.has(name)).map(([file]) => file);
        if (without.length === 0) return [];
        return [
          `--keep ${name}: ${among(without)} ${without.length === 1 ? 'has' : 'have'} no such column; the cells are empty there`,
        ];
      }),
  };
}

/** Texts taken for notes, though a speaker of theirs was named. */
export function unspokenNotes({ kind, clinician = [], patient = [] }: ReadingOptions): Remark {
  const files = new Set<string>();
  const option = clinician.length > 0 ? '--clinician' : '--patient';
  return {
    see(visit) {
      if (visit.kind === 'note' && kind === undefined && clinician.length + patient.length > 0) files.add(visit.source);
    },
    notes: () =>
      files.size === 0
        ? []
        : [
            `${among([...files])} read as ${files.size === 1 ? 'a note' : 'notes'}: no labels of speakers were found, so ${option} names nobody there. ` +
              'Write a label before each turn (Doctor: …), or say that it is so: --kind note',
          ],
  };
}

function among(files: readonly string[]): string {
  const shown = files.slice(0, NAMED).join(', ');
  return files.length > NAMED ? `${shown} and ${files.length - NAMED} more` : shown;
}
