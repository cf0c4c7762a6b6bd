import type { Command } from 'commander';
import type { Run } from './command.ts';
import {
  type CrewOptions,
  crewOptions,
  examples,
  type PrivacyOptions,
  privacyOptions,
  type ReadingOptions,
  readingOptions,
  type WritingOptions,
  writingOptions,
} from './options.ts';
import { type ShardOptions, shardOption } from './shard.ts';

type Options = ReadingOptions & WritingOptions & PrivacyOptions & CrewOptions & ShardOptions;

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
    shardOption(crewOptions(privacyOptions(writingOptions(readingOptions(command))))),
    'bedside tag fixtures/visits/checkup.txt',
    'bedside tag fixtures/visits/checkup.txt --to ndjson',
  ).action(
    run(async (terminal, paths: string[], options: Options) => {
      const { writeVisits } = await import('./walk.ts');
      return writeVisits(paths, options, terminal, { name: 'tag' });
    }),
  );
}
