import type { Command } from 'commander';
import type { Run } from './command.ts';
import {
  examples,
  type PrivacyOptions,
  privacyOptions,
  type ReadingOptions,
  readingOptions,
  type WritingOptions,
  writingOptions,
} from './options.ts';
import { ownColumnsOf } from './own-columns.ts';

interface Options extends ReadingOptions, WritingOptions, PrivacyOptions {
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
    privacyOptions(writingOptions(readingOptions(command)))
      .option('--long', 'one row a visit and measure: visit_id, kind, measure, value, n')
      .option('--rates', 'add counts per 1,000 words of the side that speaks'),
    'bedside score fixtures/visits',
    'bedside score fixtures/visits/checkup.txt --long --to csv',
  ).action(
    run(async (terminal, paths: string[], options: Options) => {
      const { cohortRows } = await import('../score/cohort.ts');
      const { scoreColumns } = await import('../score/columns.ts');
      const { rateColumns, ratesOf } = await import('../score/rates.ts');
      const { longColumns, longRows } = await import('../score/long.ts');
      const { cellsOf } = await import('../score/rows.ts');
      const { writeVisits } = await import('./walk.ts');
      const { ownCounts } = await import('../score/own-codes.ts');
      const own = await ownColumnsOf(options.lexicon);
      const columns = [...scoreColumns, ...(options.rates ? rateColumns : []), ...own];
      return writeVisits(paths, options, terminal, {
        columns: options.long ? longColumns : columns,
        rows: ({ score, moments }) => {
          const figures = {
            ...score,
            ...(options.rates ? ratesOf(score) : {}),
            ...ownCounts(own, score, moments),
          };
          return options.long ? longRows(columns, figures, moments) : [cellsOf(columns, figures)];
        },
        foot: (rows, { scoring }) => (options.long ? [] : cohortRows(columns, rows, scoring)),
      });
    }),
  );
}
