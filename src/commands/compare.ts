import type { Command } from 'commander';
import { UsageError } from '../problem.ts';
import type { Run } from './command.ts';
import { type GroupingOptions, groupingOptions } from './grouping.ts';
import {
  examples,
  lexiconOptions,
  type ReadingOptions,
  visitOptions,
  type WritingOptions,
  writingOptions,
} from './options.ts';

export interface CompareOptions extends ReadingOptions, WritingOptions, GroupingOptions {}

const ABOUT = `Compares two sets of visits, measure by measure: medians, means, their difference, and Hedges' g with a bootstrap interval.
Counts are taken per 1,000 words. Figures that a flag doubts are left out; under five visits a side nothing is compared.

A and B are two PATHs: files, folders, or patterns in quotes. With PATHs after them, A and B name two groups of their visits,
as --by or --meta makes them (B may be \`others\`: all that are not A), or two periods: 2025-01..2025-06 with both its ends.`;

/** `bedside compare`: two sets of visits, measure by measure. */
export function compare(program: Command, run: Run): void {
  const command = program
    .command('compare')
    .summary('two groups, periods or sets of visits, measure by measure')
    .description(ABOUT)
    .argument('<a>', 'visits, or the name of a group, or a period')
    .argument('<b>', 'likewise')
    .argument('[path...]', 'the visits of both, where A and B are names of groups or periods');
  examples(
    writingOptions(lexiconOptions(visitOptions(groupingOptions(command)))).option(
      '--errors <file>',
      'write what could not be read as CSV: code, file, at, what, fix, visit_id',
    ),
    'bedside compare amara bo fixtures/cohort --by "{trainee}_{date}"',
    'bedside compare 2025-01..2025-02 2025-03..2025-05 fixtures/cohort --by "{trainee}_{date}" -o periods.csv',
  ).action(
    run(async (terminal, a: string, b: string, paths: string[], options: CompareOptions) => {
      const { pickForm } = await import('./form.ts');
      const { comparedRows } = await import('../score/cohort/compare.ts');
      const { sidesOf } = await import('./compare-sides.ts');
      const { writeCompared } = await import('./compare-output.ts');
      const { writeErrors } = await import('./errors.ts');
      const form = await pickForm(options);
      const { sides, lexicon, problems, count, interrupted } = await sidesOf([a, b], paths, options, terminal);
      if (interrupted !== undefined) return interrupted;
      if (options.errors !== undefined) await writeErrors(options.errors, problems);
      if (sides.visits.every((side) => side.length === 0))
        throw new UsageError('no visit could be read on either side', 'Mend what is told above.');
      await writeCompared(options.output, form, comparedRows(sides, lexicon.scoring), sides.names);
      return count > 0 ? 1 : 0;
    }),
  );
}
