import type { Command } from 'commander';
import { UsageError } from '../problem.ts';
import type { Run } from './command.ts';
import {
  examples,
  lexiconOptions,
  type ReadingOptions,
  toList,
  visitOptions,
  type WritingOptions,
  writingOptions,
} from './options.ts';

export interface AgreeOptions extends ReadingOptions, WritingOptions {
  readonly text?: readonly string[];
  readonly by?: string;
  readonly codes?: readonly string[];
  readonly coders?: readonly string[];
  readonly disagreements?: string;
}

const ABOUT = `Compares two codings of the same visits, per code and per family, over turns and over visits.

GOLD and TAGS are tables with a row a moment (visit_id, turn, code, and if there are any start, end, quote), or what tag
wrote as CSV, TSV, JSON or NDJSON. GOLD may be a spreadsheet with a column a coder: then its coders are compared with each
other, and with TAGS one by one. GOLD may be a folder of visits.csv with visits/, rare.csv with rare/, notes.csv with notes/.
Turns that nobody coded count as uncoded.`;

/** `bedside agree`: agreement of two codings, per code. */
export function agree(program: Command, run: Run): void {
  const command = program
    .command('agree')
    .summary('agreement of two codings, per code')
    .description(ABOUT)
    .argument('<gold>', 'codings to measure against: a file, or a folder with its text')
    .argument('[tags...]', 'codings that are measured; several files are one coding')
    .option('--text <path...>', 'the visits that were coded, for their turns and roles; a folder of gold has its own')
    .option('--by <column>', 'also for each group of visits, by a column of GOLD, of TAGS or of the text')
    .option('--codes <codes>', 'only these codes and families, with commas between', toList)
    .option('--coders <columns>', 'the columns of a spreadsheet that are coders, with commas between', toList)
    .option('--disagreements <file>', 'write every turn that is coded differently, with its text, to be settled');
  examples(
    writingOptions(lexiconOptions(visitOptions(command))),
    'bedside agree fixtures/gold fixtures/gold/second.csv',
    'bedside agree fixtures/gold/coders.csv --text fixtures/gold/visits --by site',
  ).action(
    run(async (terminal, gold: string, tags: string[], options: AgreeOptions) => {
      const { pickForm } = await import('./form.ts');
      const { readStudies } = await import('./agree-studies.ts');
      const { compareStudies } = await import('./agree-compare.ts');
      const { writeAgreement, writeDisagreements } = await import('./agree-output.ts');
      const form = await pickForm(options);
      // An ending that names no format must be known before an hour's reading, not after it.
      const details =
        options.disagreements === undefined
          ? undefined
          : await pickForm({ output: options.disagreements, raw: options.raw });
      const read = await readStudies(gold, tags, options, terminal);
      if (read.gold.length < 2 && !read.tags) {
        throw new UsageError(
          'one coding alone cannot agree',
          'Give a second one after it, or a spreadsheet with a column for each coder.',
        );
      }
      if (read.studies.length === 0) {
        throw new UsageError(
          'no visit of the text could be read',
          'Mend what is told above, or give other visits: --text PATH',
        );
      }
      const result = await compareStudies(read, options, terminal);
      if (details && options.disagreements !== undefined)
        await writeDisagreements(options.disagreements, details, result.disagreements);
      await writeAgreement(options.output, form, result);
      return read.problems > 0 ? 1 : 0;
    }),
  );
}
