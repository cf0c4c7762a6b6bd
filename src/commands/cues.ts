import type { Command } from 'commander';
import { type BatchOptions, batchOptions } from './batch-options.ts';
import type { Run } from './command.ts';
import { examples } from './options.ts';

/** `bedside cues`: every patient cue with the clinician's answer to it. */
export function cues(program: Command, run: Run): void {
  const command = program
    .command('cues')
    .summary("every patient cue with the clinician's answer")
    .description(
      "Writes every patient cue, one row each, with the clinician's answer to it, or that there was none.\n" +
        'As JSON or NDJSON a visit is one object with its cues.',
    );
  examples(
    batchOptions(command),
    'bedside cues fixtures/visits/checkup.txt',
    'bedside cues fixtures/visits -o cues.csv',
  ).action(
    run(async (terminal, paths: string[], options: BatchOptions) => {
      const { writeVisits } = await import('./walk.ts');
      return writeVisits(paths, options, terminal, { name: 'cues' });
    }),
  );
}
