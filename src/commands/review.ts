import { type Command, InvalidArgumentError } from 'commander';
import type { Lexicon } from '../lexicon/types.ts';
import { isProblem, UsageError } from '../problem.ts';
import type { Visit } from '../visit.ts';
import type { Run, Terminal } from './command.ts';
import { findPaths } from './find.ts';
import { wantsColour, width } from './form.ts';
import { type FrameworkOptions, findFramework, frameworkOptions } from './framework.ts';
import {
  examples,
  lexiconOptions,
  type PrivacyOptions,
  privacyOptions,
  type ReadingOptions,
  visitOptions,
} from './options.ts';
import { openOutput } from './output.ts';
import { coverBy } from './privacy.ts';
import { isTerminal } from './terminal.ts';

interface Options extends ReadingOptions, PrivacyOptions, FrameworkOptions {
  readonly visit?: string;
  readonly only?: readonly string[];
  readonly moments?: boolean;
  readonly around?: number;
  readonly pager: boolean;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

/** Ids that are listed of a file that holds several visits. */
const LISTED = 20;
/** Signs of the longest id that is listed. */
const LONGEST = 80;

/** `bedside review`: one visit in the terminal. */
export function review(program: Command, run: Run): void {
  const command = program
    .command('review')
    .summary('one visit in the terminal, moments marked in place')
    .description(
      'Shows one visit: its course, every turn with its moments marked, what became of each cue, and the scores.\n' +
        'On a terminal in colour and through $PAGER; elsewhere plain, with [code: words] for a moment.',
    )
    .argument('<file...>', "a file (or the files of one visit's speakers), or - for standard input");
  examples(
    frameworkOptions(privacyOptions(lexiconOptions(visitOptions(command))))
      .option('--visit <id>', 'which one, where the file holds several')
      .option('--only <code>', 'mark these moments alone: a code or a family (empathy, sdm.check); may repeat', collect)
      .option('--moments', 'only turns with a marked moment')
      .option('--around <turns>', 'turns with a marked moment, and so many before and after', toCount)
      .option('--no-pager', 'write to the terminal, however long')
      .option('--color', 'in colour, also where output is no terminal')
      .option('--no-color', 'without colour, codes in brackets')
      .option('-q, --quiet', 'no remarks on standard error, errors only'),
    'bedside review fixtures/visits/checkup.txt',
    'bedside review fixtures/visits/results.txt --only empathy --only patient.cue --around 1',
  ).action(
    run(async (terminal, files: string[], options: Options) => {
      const { loadLexicon } = await import('../lexicon/load.ts');
      const lexicon = await loadLexicon({ dirs: options.lexicon, scoring: options.scoring });
      const wanted = wantedOf(options.only, lexicon);
      const framework = options.framework !== undefined || options.mi ? await findFramework(options) : undefined;
      const { visits, failed } = await readOne(files, options, lexicon, terminal);
      if (visits.length === 0) return 1;
      const { segmentVisit } = await import('../segment/segment.ts');
      const { tagVisit } = await import('../tag/tag.ts');
      const { scoreVisit } = await import('../score/score.ts');
      const { reviewLines } = await import('../write/review/page.ts');
      const { painter } = await import('../write/review/paint.ts');
      const isScreen = await isTerminal(1);
      const colour = options.color ?? wantsColour(isScreen);
      const paint = painter(colour ? depth() : 0);
      const around = options.around ?? (options.moments ? 0 : undefined);
      const cover = await coverBy(options);
      const lines: string[] = [];
      for (const visit of visits) {
        const segmented = segmentVisit(visit, lexicon);
        const moments = tagVisit(visit, lexicon, segmented);
        const score = scoreVisit(visit, moments, lexicon, segmented);
        const walked = cover({ visit, segmented, moments, score }, lexicon);
        const look = {
          width: width(isScreen),
          colour,
          wanted,
          around,
          show: (text: string) => text,
          framework: framework?.(walked, lexicon),
        };
        if (lines.length > 0) lines.push('');
        for (const line of reviewLines(walked, lexicon, look)) lines.push(line.map(paint).join('').trimEnd());
      }
      await put(lines, isScreen && options.pager);
      return failed ? 1 : 0;
    }),
  );
}

/** The visit that is meant, in both its kinds if it has two. Throws UsageError where it is not clear which. */
async function readOne(
  files: readonly string[],
  options: Options,
  lexicon: Lexicon,
  terminal: Terminal,
): Promise<{ visits: Visit[]; failed: boolean }> {
  const { visitsOf } = await import('../pipeline.ts');
  const inputs = await findPaths(files, options, terminal);
  const all: Visit[] = [];
  let failed = false;
  for (const item of visitsOf(inputs, lexicon, options)) {
    if (!isProblem(item)) all.push(item);
    else if (options.visit === undefined || item.visit === undefined || item.visit === options.visit) {
      failed = true;
      terminal.problem(item);
    }
  }
  const ids = [...new Set(all.map(({ id }) => id))];
  if (options.visit !== undefined) {
    const visits = all.filter(({ id }) => id === options.visit);
    if (visits.length > 0 || all.length === 0) return { visits, failed };
    throw new UsageError(`--visit ${options.visit}: no such visit`, `There ${listed(ids)}.`);
  }
  if (ids.length <= 1) return { visits: all, failed };
  throw new UsageError(
    `${ids.length} visits, and one is shown at a time`,
    `Name it with --visit ID; there ${listed(ids)}.`,
  );
}

/** The ids, unless they read like something said: then a column was taken for ids that holds none. */
function listed(ids: readonly string[]): string {
  if (ids.some((id) => id.length > LONGEST || id.split(/\s+/).length > 3)) return 'are ids that read like text';
  const some = ids.slice(0, LISTED).join(', ');
  const more = ids.length > LISTED ? ` and ${ids.length - LISTED} more` : '';
  return `${ids.length === 1 ? 'is' : 'are'} ${some}${more}`;
}

function wantedOf(only: readonly string[] | undefined, { codes }: Lexicon): (code: string) => boolean {
  if (!only) return () => true;
  const isOf = (code: string, wanted: string): boolean => code === wanted || code.startsWith(`${wanted}.`);
  for (const wanted of only) {
    if (codes.some(({ code }) => isOf(code, wanted))) continue;
    const names = codes.map(({ code }) => code);
    const families = [...new Set(names.map((code) => code.split('.')[0]))];
    throw new UsageError(
      `--only ${wanted}: no such code or family`,
      `Take a family (${families.join(', ')}) or a code (${names.join(', ')}).`,
    );
  }
  return (code) => only.some((wanted) => isOf(code, wanted));
}

/** Through the pager where the text is longer than the screen. */
async function put(lines: readonly string[], paged: boolean): Promise<void> {
  const text = `${lines.join('\n')}\n`;
  if (paged && lines.length >= (process.stdout.rows || Number.POSITIVE_INFINITY)) {
    const { page } = await import('./pager.ts');
    if (page(text)) return;
  }
  const output = openOutput();
  output.write(text);
  output.close();
}

/** 256 colours where the terminal says that it has them; else the sixteen that all have. */
function depth(): 1 | 2 {
  const { COLORTERM = '', TERM = '', FORCE_COLOR = '' } = process.env;
  return COLORTERM !== '' || /256|kitty|alacritty|ghostty/.test(TERM) || FORCE_COLOR > '1' ? 2 : 1;
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function toCount(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('Write a whole number of turns.');
  return Number(value);
}
