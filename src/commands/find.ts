import { realpathSync } from 'node:fs';
import type { Input } from '../batch/inputs.ts';
import { isProblem, type Problem, UsageError } from '../problem.ts';
import type { Terminal } from './command.ts';
import type { ReadingOptions, WritingOptions } from './options.ts';

/** Finds what the PATHs name. With --from, a folder gives the files of that format alone. Throws UsageError. */
export async function findPaths(
  paths: readonly string[],
  { from, output, skipped: all }: ReadingOptions & WritingOptions,
  terminal: Terminal,
): Promise<readonly (Input | Problem)[]> {
  const { readStreams } = await import('../batch/streams.ts');
  const { findVisits } = await import('../pipeline.ts');
  const { inputs: found, skipped } = findVisits(paths, from);
  const inputs = readStreams(found);
  for (const input of inputs) if (!isProblem(input)) refuseOverwriting(input, output);
  if (skipped.length > 0) terminal.note(skippedNote(skipped, all === true));
  return inputs;
}

/** So many are named without being asked for. */
const NAMED = 5;

function skippedNote(files: readonly string[], all: boolean): string {
  const count = `${files.length} ${files.length === 1 ? 'file' : 'files'} skipped, no visits by name, ending or columns`;
  if (all || files.length <= NAMED) return `${count}: ${files.join(', ')}`;
  return `${count}: ${files.slice(0, NAMED).join(', ')} and ${files.length - NAMED} more. Name them all: --skipped`;
}

function refuseOverwriting({ path, name, channels }: Input, output: string | undefined): void {
  if (output === undefined) return;
  const target = real(output);
  if (target === undefined || ![path, ...(channels ?? []).map((c) => c.path)].some((p) => real(p) === target)) return;
  throw new UsageError(`-o ${output} is an input (${name})`, 'Write to another file.');
}

function real(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
