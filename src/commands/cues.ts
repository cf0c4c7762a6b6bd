import type { Command } from 'commander';
import type { Lexicon } from '../lexicon/types.ts';
import type { Walked } from '../pipeline.ts';
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
    privacyOptions(writingOptions(readingOptions(command))),
    'bedside cues fixtures/visits/checkup.txt',
    'bedside cues fixtures/visits -o cues.csv',
  ).action(
    run(async (terminal, paths: string[], options: ReadingOptions & WritingOptions & PrivacyOptions) => {
      const { cueColumns, cueRow } = await import('../score/cues.ts');
      const { answersToCues } = await import('../score/responses.ts');
      const { cellsOf } = await import('../score/rows.ts');
      const { version } = await import('../version.ts');
      const { writeVisits } = await import('./walk.ts');
      const found = ({ visit, moments, segmented }: Walked, lexicon: Lexicon) =>
        answersToCues(visit, moments, lexicon, segmented).map((answer) => cueRow(visit, answer, lexicon.hash));
      return writeVisits(paths, options, terminal, {
        columns: cueColumns,
        rows: (walked, lexicon) => found(walked, lexicon).map((row) => cellsOf(cueColumns, row)),
        object: (walked, lexicon) => ({
          visit_id: walked.visit.id,
          source: walked.visit.source,
          kind: walked.visit.kind,
          lexicon: lexicon.hash,
          version,
          cues: found(walked, lexicon).map(({ visit_id, lexicon, version, ...cue }) => cue),
        }),
      });
    }),
  );
}
