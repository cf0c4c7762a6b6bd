import type { Inputs } from '../batch/input-list.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { isProblem, type Problem } from '../problem.ts';
import type { CohortVisit } from '../score/cohort/sample.ts';
import type { Terminal } from './command.ts';
import type { Grouping } from './grouping.ts';
import { listen } from './interrupt.ts';
import type { ReadingOptions, WritingOptions } from './options.ts';
import { isTerminal } from './terminal.ts';

export interface Gathered {
  readonly visits: readonly CohortVisit[];
  readonly problems: readonly Problem[];
  /** The exit code of a run that was interrupted. */
  readonly interrupted: number | undefined;
}

/** Walks inputs and keeps each visit's figures with its group and date; their words are not kept. */
export async function gatherVisits(
  inputs: Inputs,
  lexicon: Lexicon,
  grouping: Grouping,
  options: ReadingOptions & WritingOptions,
  terminal: Terminal,
): Promise<Gathered> {
  const { pauses } = await import('../batch/pace.ts');
  const { startProgress } = await import('../batch/progress.ts');
  const { walk } = await import('../pipeline.ts');
  const { ratesOf } = await import('../score/rates.ts');
  const visits: CohortVisit[] = [];
  const problems: Problem[] = [];
  const progress = startProgress(0, !options.quiet && (await isTerminal(2)));
  const interrupt = listen();
  try {
    const pause = pauses();
    for (const item of walk(inputs, lexicon, { ...options, keep: grouping.keep })) {
      await pause();
      if (interrupt.code() !== undefined) break;
      if (isProblem(item)) {
        problems.push(item);
        progress.clear();
        terminal.problem(item);
      } else {
        const { visit, score } = item;
        progress.visit();
        visits.push({
          id: visit.id,
          kind: visit.kind,
          score: { ...score, ...ratesOf(score) },
          ...grouping.place(visit),
        });
      }
    }
  } finally {
    progress.stop();
    interrupt.stop();
  }
  return { visits, problems, interrupted: interrupt.code() };
}
