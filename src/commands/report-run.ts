import type { Lexicon } from '../lexicon/types.ts';
import { isProblem, type Problem, UsageError } from '../problem.ts';
import type { Visit } from '../visit.ts';
import type { ReportVisit } from '../write/report/report-visit.ts';
import type { Terminal } from './command.ts';
import { writeErrors } from './errors.ts';
import { findPaths } from './find.ts';
import { findFramework } from './framework.ts';
import { groupingOf } from './grouping.ts';
import { listen } from './interrupt.ts';
import { openOutput } from './output.ts';
import type { ReportOptions } from './report.ts';
import { requireGroup } from './require-group.ts';
import { NAMED, swapped } from './swapped.ts';
import { isTerminal } from './terminal.ts';

/** Walks the visits of the PATHs and writes the page. Throws UsageError; gives the exit code. */
export async function writeReport(
  paths: readonly string[],
  options: ReportOptions,
  terminal: Terminal,
): Promise<number> {
  if (options.output === undefined && (await isTerminal(1)))
    throw new UsageError('a page is nothing to read on a terminal', 'Name a file: -o report.html');
  const { pauses } = await import('../batch/pace.ts');
  const { startProgress } = await import('../batch/progress.ts');
  const { loadLexicon } = await import('../lexicon/load.ts');
  const { walk } = await import('../pipeline.ts');
  const { answersToCues } = await import('../score/responses.ts');
  const { loadAgreement } = await import('../lexicon/agreement.ts');
  const { loadFeedback } = await import('../lexicon/feedback.ts');
  const { feedbackOf, isBarred, trustTest } = await import('../score/feedback.ts');
  const { buildReport } = await import('../write/report/build.ts');
  const inputs = await findPaths(paths, options, terminal);
  const lexicon = await loadLexicon({ dirs: options.lexicon, scoring: options.scoring });
  const framework = options.framework !== undefined || options.mi ? await findFramework(options) : undefined;
  const ownRules = (options.lexicon ?? []).length > 0;
  const known = { feedback: loadFeedback(), agreement: loadAgreement(), ownRules };
  const trusted = trustTest(known.feedback, ownRules ? undefined : known.agreement);
  const mask = options.redact ? await masker(lexicon) : undefined;
  const report = buildReport({ ...known, lexicon, title: options.title, quotes: options.quotes, mask });
  const grouping = await groupingOf(options);
  if (options.focus !== undefined && grouping.name === undefined)
    throw new UsageError(`--focus ${options.focus}, but nothing makes groups`, 'Say what it is a group of: --by NAME.');
  const walkOptions = { ...options, keep: [...(options.keep ?? []), ...grouping.keep] };
  let faults = 0;
  const output = openOutput(options.output);
  const progress = startProgress(0, !options.quiet && (await isTerminal(2)));
  const interrupt = listen();
  const problems: Problem[] = [];
  try {
    const pause = pauses();
    for (const item of walk(inputs, lexicon, walkOptions)) {
      await pause();
      if (interrupt.code() !== undefined) break;
      if (isProblem(item)) {
        problems.push(item);
        progress.clear();
        terminal.problem(item);
        continue;
      }
      progress.visit();
      const { visit, moments, segmented, score } = item;
      const answers = answersToCues(visit, moments, lexicon, segmented);
      const words = segmented.map((text) => text.words);
      const facts = { visit, moments, answers, words, trusted };
      report.add({
        ...{ visit, moments, score, answers, words },
        ...grouping.place(visit),
        picks: isBarred(score) ? [] : feedbackOf(facts, known.feedback),
        frameworks: framework ? [framework(item, lexicon)] : [],
      });
    }
    progress.stop();
    if (interrupt.code() === undefined) faults = grouping.close(terminal);
    if (report.visits.length > 0) {
      const { focus } = options;
      if (focus !== undefined) await requireGroup(focus, report.visits);
      for (const piece of report.pages({ by: grouping.name, focus })) output.write(piece);
      output.close();
    }
  } finally {
    progress.stop();
    interrupt.stop();
    output.discard();
  }
  tellDoubts(report.visits, terminal);
  if (options.errors !== undefined) await writeErrors(options.errors, problems);
  return interrupt.code() ?? (problems.length + faults > 0 ? 1 : 0);
}

async function masker({ speakers }: Lexicon): Promise<(visit: Visit) => Visit> {
  const { redactVisit } = await import('../write/redact/visit.ts');
  return (visit) => redactVisit(visit, speakers);
}

function tellDoubts(visits: readonly ReportVisit[], terminal: Terminal): void {
  const ids = visits.filter(({ score }) => String(score.flags).includes('roles-swapped?')).map(({ id }) => id);
  if (ids.length > 0) terminal.note(swapped(ids.slice(0, NAMED), ids.length));
}
