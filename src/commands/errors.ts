import type { Problem } from '../problem.ts';
import { openOutput } from './output.ts';

/** A file of what could not be read: CSV, in input order; a run without a problem gives the header alone. */
export interface Errors {
  readonly add: (problem: Problem) => void;
  readonly close: () => void;
  readonly discard: () => void;
  /** Leaves what is written of it. */
  readonly keep: () => void;
}

const COLUMNS = ['code', 'file', 'at', 'what', 'fix', 'visit_id'].map((name) => ({ name, type: 'text' as const }));

/**
 * Opens the file, or nothing where no path is given. Until it is whole it is called `draft`. Throws OutputError, as its methods
 * do.
 */
export async function openErrors(path: string | undefined, draft?: (target: string) => string): Promise<Errors> {
  if (path === undefined) return { add() {}, close() {}, discard() {}, keep() {} };
  const { format } = await import('../write/csv.ts').then(({ csv }) => csv);
  if (!format) throw new Error('CSV is written in parts');
  const look = { guard: true, width: 0, colour: false };
  const output = openOutput(path, draft && { draftOf: draft });
  output.write(format.head(COLUMNS, look));
  return {
    add({ code, file, at, what, fix, visit }) {
      output.write(format.rows(COLUMNS, [[code, file, at ?? null, what, fix, visit ?? null]], look));
    },
    close: output.close,
    discard: output.discard,
    keep: output.keep,
  };
}

/** Writes problems that are all known; nothing where no path is given. Throws OutputError. */
export async function writeErrors(path: string | undefined, problems: readonly Problem[]): Promise<void> {
  const errors = await openErrors(path);
  try {
    for (const problem of problems) errors.add(problem);
    errors.close();
  } finally {
    errors.discard();
  }
}
