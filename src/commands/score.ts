import type { Command } from 'commander';
import { UsageError } from '../problem.ts';
import { type BatchOptions, batchOptions } from './batch-options.ts';
import type { Run } from './command.ts';
import { type FrameworkOptions, frameworkOptions } from './framework.ts';
import { examples } from './options.ts';
import { ownColumnsOf } from './own-columns.ts';

interface Options extends BatchOptions, FrameworkOptions {
  readonly long?: boolean;
  readonly rates?: boolean;
}

/** `bedside score`: per-visit scores, one row a visit. */
export function score(program: Command, run: Run): void {
  const command = program
    .command('score')
    .summary('per-visit scores')
    .description('Scores every visit, one row each: a table on a terminal, CSV when piped (see: bedside columns).');
  examples(
    frameworkOptions(batchOptions(command))
      .option('--long', 'one row a visit and measure: visit_id, kind, measure, value, n')
      .option('--rates', 'add counts per 1,000 words of the side that speaks'),
    'bedside score fixtures/visits',
    'bedside score fixtures/visits/checkup.txt --long --to csv',
  ).action(
    run(async (terminal, paths: string[], options: Options) => {
      const { writeVisits } = await import('./walk.ts');
      const { long, rates, framework, mi, lexicon, scoring } = options;
      if (framework !== undefined || mi) {
        if (long || rates) throw new UsageError('--framework has rows of its own', 'Leave --long and --rates out');
        return writeVisits(paths, options, terminal, { name: 'framework', framework, mi, lexicon, scoring });
      }
      return writeVisits(paths, options, terminal, {
        name: 'score',
        long,
        rates,
        own: await ownColumnsOf(lexicon),
      });
    }),
  );
}
