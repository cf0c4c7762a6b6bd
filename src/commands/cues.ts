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
    shardOption(crewOptions(privacyOptions(writingOptions(readingOptions(command))))),
    'bedside cues fixtures/visits/checkup.txt',
    'bedside cues fixtures/visits -o cues.csv',
  ).action(
    run(async (terminal, paths: string[], options: Options) => {
      const { writeVisits } = await import('./walk.ts');
      return writeVisits(paths, options, terminal, { name: 'cues' });
    }),
  );
}
