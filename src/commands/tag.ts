import type { Command } from 'commander';
import { type BatchOptions, batchOptions } from './batch-options.ts';
import type { Run } from './command.ts';
import { examples } from './options.ts';

/** `bedside tag`: every moment, one row each. */
export function tag(program: Command, run: Run): void {
  const command = program
    .command('tag')
    .summary('every moment, one row each')
    .description(
      'Writes every moment, one row each: a table on a terminal, CSV when piped.\n' +
        'As JSON or NDJSON a visit is one object, with the text of each turn and its moments.',
    );
  examples(
    batchOptions(command),
    'bedside tag fixtures/visits/checkup.txt',
    'bedside tag fixtures/visits/checkup.txt --to ndjson',
  ).action(
    run(async (terminal, paths: string[], options: BatchOptions) => {
      const { writeVisits } = await import('./walk.ts');
      return writeVisits(paths, options, terminal, { name: 'tag' });
    }),
  );
}
