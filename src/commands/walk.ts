import { fileURLToPath } from 'node:url';
import type { Sink } from '../batch/collect.ts';
import type { Input } from '../batch/inputs.ts';
import type { Work } from '../batch/task.ts';
import { isProblem, type Problem } from '../problem.ts';
import type { Cell, ColumnSpec } from '../write/writer.ts';
import type { Terminal } from './command.ts';
import { writeErrors } from './errors.ts';
import { findPaths } from './find.ts';
import { type Form, pickForm } from './form.ts';
import { frameOf } from './frame.ts';
import { listen } from './interrupt.ts';
import { keptBy } from './keep.ts';
import type { ReadingOptions, WritingOptions } from './options.ts';
import { openOutput } from './output.ts';
import { type ShardOptions, startShard } from './shard.ts';
import { isTerminal } from './terminal.ts';
import { type View, type ViewName, viewOf } from './views/view.ts';
import type { WorkOptions } from './work.ts';

/** Reads the PATHs, walks every visit, writes what a view shows of it and tells what could not be read. Returns the exit code. */
export async function writeVisits(
  paths: readonly string[],
  options: ReadingOptions & WritingOptions & ShardOptions,
  terminal: Terminal,
  name: ViewName,
): Promise<number> {
  const { collect } = await import('../batch/collect.ts');
  const { startProgress } = await import('../batch/progress.ts');
  const { runTasks } = await import('../batch/run.ts');
  const { tasksOf } = await import('../batch/tasks.ts');
  const form = await pickForm(options);
  const isTable = form.writer.format === undefined;
  const found = await findPaths(paths, options, terminal);
  const shard = await startShard(name.name, options, form, found);
  const inputs = shard?.inputs ?? found;
  const view = await viewOf(name);
  const columns = [...view.columns, ...(await keptBy(options.keep ?? [], view.columns)).columns];

  const problems: Problem[] = [];
  const doubtful: string[] = [];
  const rows: (readonly Cell[])[] = [];
  const output = openOutput(options.output);
  const progress = startProgress(bytesOf(inputs), await wantsProgress(options, isTable));
  const interrupt = listen();
  const sink: Sink = {
    write: output.write,
    rows: (more) => void rows.push(...more),
    problem(problem) {
      problems.push(problem);
      progress.clear();
      terminal.problem(problem);
    },
    visit({ id }, mark) {
      progress.visit();
      if (mark !== undefined) doubtful.push(id);
    },
  };
  try {
    const collector = collect(frameOf(form, columns), shard?.through(sink) ?? sink);
    const work = workOf(options, name, form);
    for await (const done of runTasks(tasksOf(inputs), work, { isOver: () => interrupt.code() !== undefined })) {
      collector.take(done);
      shard?.pass(done);
      if (options.output === undefined) output.flush();
      progress.bytes(done.bytes);
    }
    collector.end();
    progress.stop();
    if (rows.length > 0) for (const piece of await layOut(form, columns, rows, view, options)) output.write(piece);
    output.close();
    if (interrupt.code() === undefined) shard?.close();
  } finally {
    progress.stop();
    interrupt.stop();
    output.discard();
    shard?.discard();
  }
  if (doubtful.length > 0) terminal.note(swapped(doubtful));
  if (options.errors !== undefined) await writeErrors(options.errors, problems);
  return interrupt.code() ?? (problems.length > 0 ? 1 : 0);
}

/** The work on each visit, for this thread or a worker. */
function workOf(
  options: ReadingOptions & WritingOptions & ShardOptions,
  view: ViewName,
  { writer, options: look }: Form,
): Work {
  const { lexicon, scoring, from, map, kind, clinician, patient, idPrefix, keep = [], shard } = options;
  const work: WorkOptions = {
    view,
    reading: { from, map, kind, clinician, patient, idPrefix, keep },
    keep,
    lexicon: { dirs: lexicon, scoring },
    to: writer.id,
    look,
    shard,
  };
  return {
    path: fileURLToPath(new URL('./work.cjs', import.meta.url)),
    load: () => import('./work.ts'),
    options: work,
  };
}

/** A table is laid out when all of its rows are there. Headings over nothing tell nobody anything. */
async function layOut(
  { writer, options: look }: Form,
  columns: readonly ColumnSpec[],
  rows: readonly (readonly Cell[])[],
  { foot }: View,
  { lexicon: dirs, scoring }: ReadingOptions,
): Promise<Iterable<string>> {
  const { loadLexicon } = await import('../lexicon/load.ts');
  const lexicon = await loadLexicon({ dirs, scoring });
  return writer.write(columns, rows, { ...look, foot: (all) => foot?.(all, lexicon) ?? [] });
}

function bytesOf(inputs: readonly (Input | Problem)[]): number {
  return inputs.reduce((sum, input) => sum + (isProblem(input) ? 0 : input.bytes), 0);
}

/** Not where the rows themselves run over a terminal: a spinner would be in their way. */
async function wantsProgress({ quiet, output }: WritingOptions, isTable: boolean): Promise<boolean> {
  if (quiet || !(await isTerminal(2))) return false;
  return isTable || output !== undefined || !(await isTerminal(1));
}

/** So many visits are named. */
const NAMED = 20;

function swapped(ids: readonly string[]): string {
  const what = ids.length === 1 ? 'the labels of a visit contradict' : `the labels of ${ids.length} visits contradict`;
  const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : '';
  return `${what} what is said, clinician and patient may be swapped: ${ids.slice(0, NAMED).join(', ')}${more}. Check them, or say who is who: --clinician LABEL`;
}
