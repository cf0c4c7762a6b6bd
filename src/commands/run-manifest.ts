import type { Inputs } from '../batch/input-list.ts';
import type { Extent } from '../batch/journal/partial.ts';
import type { Sum } from '../batch/sums.ts';
import { look } from '../disk.ts';
import { version } from '../version.ts';
import { givenArguments } from './again.ts';
import type { CrewOptions, ReadingOptions, WritingOptions } from './options.ts';
import { openOutput } from './output.ts';
import type { RunFile } from './run-file.ts';
import type { Crew } from './workers.ts';

/** What a run was made of, for a file of that name; without one nothing is done. */
export interface RunManifest {
  /** Files that were hashed as they were read, in the order of the inputs. */
  readonly add: (sums: readonly Sum[]) => void;
  /** Writes it, at the end of a run that is whole. Throws OutputError. */
  readonly write: (output: Extent) => Promise<void>;
}

/** Prepares the manifest of a run. */
export async function openManifest(
  inputs: Inputs,
  options: ReadingOptions & WritingOptions & CrewOptions,
  { options: resolved, lexicon, account, resumed, isFinished }: RunFile,
  { workers }: Crew,
): Promise<RunManifest> {
  const { manifest: path, output: file = null, scoring, lexicon: rules } = options;
  if (path === undefined) return { add() {}, async write() {} };
  const { sumFiles } = await import('../batch/sums.ts');
  const { writeManifest } = await import('../batch/manifest.ts');
  const sums = sumFiles(inputs);
  const { command, ...others } = resolved;
  return {
    add(more) {
      for (const sum of more) sums.add(sum);
    },
    async write(extent) {
      // A run that was finished has told its time and its hour.
      if (isFinished && look(path)) return;
      const { visits, rows, problems, seconds } = account.figures();
      const out = openOutput(path);
      try {
        await writeManifest(
          {
            manifest: 1,
            program: 'bedside',
            version,
            node: process.versions.node,
            lexicon: lexicon?.hash ?? '',
            command: String(command),
            arguments: givenArguments(),
            options: { ...others, lexicon: rules, scoring },
            workers,
            counts: { inputs: inputs.length, visits, rows, problems: Object.fromEntries([...problems].sort(byCode)) },
            output: { file, ...extent },
            run: { finished: new Date().toISOString(), seconds: Math.round(seconds * 10) / 10, resumed },
          },
          sums.all(),
          out.write,
        );
        out.close();
      } finally {
        out.discard();
      }
    },
  };
}

function byCode([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : 1;
}
