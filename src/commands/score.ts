import type { Command } from 'commander';
import { UsageError } from '../problem.ts';
import type { Run } from './command.ts';
import { type FrameworkOptions, findFramework, frameworkOptions } from './framework.ts';
import { examples, type ReadingOptions, readingOptions, type WritingOptions, writingOptions } from './options.ts';
import type { View } from './walk.ts';

interface Options extends ReadingOptions, WritingOptions, FrameworkOptions {
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
    frameworkOptions(writingOptions(readingOptions(command)))
      .option('--long', 'one row a visit and measure: visit_id, kind, measure, value, n')
      .option('--rates', 'add counts per 1,000 words of the side that speaks'),
    'bedside score fixtures/visits',
    'bedside score fixtures/visits/checkup.txt --long --to csv',
  ).action(
    run(async (terminal, paths: string[], options: Options) => {
      if (options.framework !== undefined || options.mi)
        return (await import('./walk.ts')).writeVisits(paths, options, terminal, await frameworkTable(options));
      const { cohortRows } = await import('../score/cohort.ts');
      const { scoreColumns } = await import('../score/columns.ts');
      const { rateColumns, ratesOf } = await import('../score/rates.ts');
      const { longColumns, longRows } = await import('../score/long.ts');
      const { cellsOf } = await import('../score/rows.ts');
      const { writeVisits } = await import('./walk.ts');
      const columns = options.rates ? [...scoreColumns, ...rateColumns] : scoreColumns;
      return writeVisits(paths, options, terminal, {
        columns: options.long ? longColumns : columns,
        rows: ({ score, moments }) => {
          const figures = options.rates ? { ...score, ...ratesOf(score) } : score;
          return options.long ? longRows(columns, figures, moments) : [cellsOf(columns, figures)];
        },
        foot: (rows, { scoring }) => (options.long ? [] : cohortRows(columns, rows, scoring)),
      });
    }),
  );
}

/** What an instrument's view of every visit is written as: one row an item. Throws UsageError. */
async function frameworkTable(options: Options): Promise<View> {
  if (options.long || options.rates)
    throw new UsageError('--framework has rows of its own', 'Leave --long and --rates out');
  const { frameworkColumns, frameworkObject, frameworkRows } = await import('../score/frameworks/rows.ts');
  const { cellsOf } = await import('../score/rows.ts');
  const view = await findFramework(options);
  return {
    columns: frameworkColumns,
    rows: (walked, lexicon) =>
      frameworkRows(walked.visit, view(walked, lexicon), lexicon.hash).map((row) => cellsOf(frameworkColumns, row)),
    object: (walked, lexicon) => frameworkObject(walked.visit, view(walked, lexicon), lexicon.hash),
  };
}
