import type { Problem } from '../problem.ts';
import { writeRows } from './rows.ts';

/** Writes what could not be read as CSV, in input order; a run without a problem gives the header alone. */
export async function writeErrors(output: string, problems: readonly Problem[]): Promise<void> {
  const rows = problems.map(({ code, file, at, what, fix, visit }) => [
    code,
    file,
    at ?? null,
    what,
    fix,
    visit ?? null,
  ]);
  await writeRows(['code', 'file', 'at', 'what', 'fix', 'visit_id'], rows, { output, to: 'csv' });
}
