import type { Command } from 'commander';
import type { Run } from './command.ts';
import { type FrameworkOptions, frameworkOptions } from './framework.ts';
import { type GroupingOptions, groupingOptions } from './grouping.ts';
import { examples, type ReadingOptions, readingOptions } from './options.ts';
import { writeReport } from './report-run.ts';

/** What a report is made of, besides its visits. */
export interface ReportOptions extends ReadingOptions, GroupingOptions, FrameworkOptions {
  readonly lexicon?: readonly string[];
  readonly scoring?: string;
  readonly focus?: string;
  readonly output?: string;
  readonly quotes?: boolean;
  readonly redact?: boolean;
  readonly title?: string;
  readonly quiet?: boolean;
}

/** `bedside report`: one self-contained page for a visit or a whole cohort. */
export function report(program: Command, run: Run): void {
  const command = program
    .command('report')
    .summary('one self-contained page for a visit or a whole cohort')
    .description(
      'Writes one HTML file that needs nothing else: of one visit its transcript with the moments in place, its figures and\n' +
        'what to look at together; of several an overview with each visit behind it, without their words unless --quotes.',
    );
  examples(
    groupingOptions(frameworkOptions(readingOptions(command)))
      .option('--focus <group>', 'set this group against all others')
      .option('-o, --output <file>', 'write to a file')
      .option('--quotes', 'show what was said, in a report of several visits too')
      .option('--no-quotes', "leave out what was said and the speakers' labels, to share the report outside the clinic")
      .option('--redact', 'mask names, places, dates, numbers and addresses, by rules: a help, no de-identification')
      .option('--title <text>', "the page's title")
      .option('-q, --quiet', 'no progress and no remarks on standard error, errors only'),
    'bedside report fixtures/visits/checkup.txt -o report.html',
    'bedside report fixtures/cohort --by "{trainee}_{date}" --focus amara -o cohort.html',
  ).action(run(async (terminal, paths: string[], options: ReportOptions) => writeReport(paths, options, terminal)));
}
