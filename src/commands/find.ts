import { resolve } from 'node:path';
import type { Inputs } from '../batch/input-list.ts';
import { look, targetOf } from '../disk.ts';
import { isProblem, UsageError } from '../problem.ts';
import type { Terminal } from './command.ts';
import type { CrewOptions, ReadingOptions, WritingOptions } from './options.ts';
import type { ShardOptions } from './shard.ts';

/** Finds what the PATHs name. With --from, a folder gives the files of that format alone. Throws UsageError. */
export async function findPaths(
  paths: readonly string[],
  { from, output, errors, manifest, skipped: all, shard }: ReadingOptions & WritingOptions & CrewOptions & ShardOptions,
  terminal: Terminal,
): Promise<Inputs> {
  const { readStreams } = await import('../batch/streams.ts');
  const { findVisits } = await import('../pipeline.ts');
  const { inputs: found, skipped } = findVisits(paths, from);
  // What other shards take is left alone.
  const inputs = shard ? found : readStreams(found);
  refuseOverwriting(inputs, [
    ['-o', output],
    ['--errors', errors],
    ['--manifest', manifest],
  ]);
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

type Written = readonly (readonly [option: string, path: string | undefined])[];

/** What is written is no input, and no two options write the same file. Devices may be named twice. */
function refuseOverwriting(inputs: Inputs, written: Written): void {
  const targets = new Map<string, string>();
  for (const [option, path] of written) {
    if (path === undefined || look(path)?.isFile() === false) continue;
    const target = targetOf(resolve(path));
    const other = targets.get(target);
    if (other !== undefined)
      throw new UsageError(`${option} ${path} is the file of ${other} too`, 'Write to another file.');
    targets.set(target, `${option} ${path}`);
  }
  const files = [...targets.keys()].flatMap((target) => look(target) ?? []);
  if (files.length === 0) return;
  for (const input of inputs) {
    if (isProblem(input)) continue;
    const { name, path, bytes, modified, channels } = input;
    // To see where a path leads takes longer than to read what is there: only what looks like a file that is written is followed.
    if (!channels && !files.some(({ size, mtimeMs }) => size === bytes && mtimeMs === modified)) continue;
    for (const file of channels ?? [{ path }]) {
      const option = targets.get(targetOf(resolve(file.path)));
      if (option !== undefined) throw new UsageError(`${option} is an input (${name})`, 'Write to another file.');
    }
  }
}
