import type { Command } from 'commander';
import type { Run } from './command.ts';
import { examples, listingOptions } from './options.ts';
import type { ListingOptions } from './rows.ts';

/** `bedside columns`: what every column means. */
export function columns(program: Command, run: Run): void {
  const command = program.command('columns').description('what every column of score, tag, cues and compare means');
  examples(listingOptions(command), 'bedside columns', 'bedside columns --json').action(
    run(async (_, options: ListingOptions) => {
      const { scoreColumns } = await import('../score/columns.ts');
      const { rateColumns } = await import('../score/rates.ts');
      const { longColumns } = await import('../score/long.ts');
      const { tagColumns } = await import('../score/moments.ts');
      const { cueColumns } = await import('../score/cues.ts');
      const { compareColumns } = await import('../score/cohort/compare.ts');
      const { writeRows } = await import('./rows.ts');
      const outputs = {
        score: scoreColumns,
        'score --rates': rateColumns,
        'score --long': longColumns,
        tag: tagColumns,
        cues: cueColumns,
        compare: compareColumns,
      };
      const rows = Object.entries(outputs).flatMap(([output, list]) =>
        list.map(({ name, type, unit, denominator, formula, source }) => [
          output,
          name,
          type,
          unit,
          denominator || null,
          formula,
          source,
        ]),
      );
      await writeRows(['output', 'name', 'type', 'unit', 'denominator', 'formula', 'source'], rows, options);
      return 0;
    }),
  );
}
