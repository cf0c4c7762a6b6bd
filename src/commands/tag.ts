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
    privacyOptions(writingOptions(readingOptions(command))),
    'bedside tag fixtures/visits/checkup.txt',
    'bedside tag fixtures/visits/checkup.txt --to ndjson',
  ).action(
    run(async (terminal, paths: string[], options: ReadingOptions & WritingOptions & PrivacyOptions) => {
      const { momentRow, tagColumns } = await import('../score/moments.ts');
      const { cellsOf } = await import('../score/rows.ts');
      const { version } = await import('../version.ts');
      const { writeVisits } = await import('./walk.ts');
      return writeVisits(paths, options, terminal, {
        columns: tagColumns,
        rows: ({ visit, moments }, { hash }) =>
          moments.map((moment) => cellsOf(tagColumns, momentRow(visit, moment, hash))),
        object: ({ visit, moments }, { hash: lexicon }) => {
          const { id: visit_id, source, kind, roles = null } = visit;
          const turns = visit.turns.map(({ id: turn, speaker, role, text }) => ({
            turn,
            speaker,
            role,
            text,
            moments: [] as object[],
          }));
          for (const moment of moments) {
            const { code, start, end, quote, rule, place, time_s } = momentRow(visit, moment, lexicon);
            turns[moment.position].moments.push({ code, start, end, quote, rule, place, time_s });
          }
          return { visit_id, source, kind, roles, lexicon, version, turns };
        },
      });
    }),
  );
}
