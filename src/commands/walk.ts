import { fileURLToPath } from 'node:url';
import type { Sink } from '../batch/collect.ts';
import type { Input } from '../batch/inputs.ts';
import type { Work } from '../batch/task.ts';
import { isProblem, type Problem } from '../problem.ts';
import type { Cell, ColumnSpec } from '../write/writer.ts';
import type { Terminal } from './command.ts';
import { cutter } from './cutting.ts';
import { openErrors } from './errors.ts';
import { findPaths } from './find.ts';
import { type Form, pickForm } from './form.ts';
import { frameOf } from './frame.ts';
import { listen } from './interrupt.ts';
import { keptBy } from './keep.ts';
import type { CrewOptions, PrivacyOptions, ReadingOptions, WritingOptions } from './options.ts';
import { openOutput } from './output.ts';
import { lostColumns, unspokenNotes } from './remarks.ts';
import { type ShardOptions, startShard } from './shard.ts';
import { isTerminal } from './terminal.ts';
import { type View, type ViewName, viewOf } from './views/view.ts';
import type { WorkOptions } from './work.ts';
import { type Crew, crewOf } from './workers.ts';

type Options = ReadingOptions & WritingOptions & PrivacyOptions & CrewOptions & ShardOptions;

/** Reads the PATHs, walks every visit, writes what a view shows of it and tells what could not be read. Returns the exit code. */
export async function writeVisits(
  paths: readonly string[],
  options: Options,
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
  const view = await viewOf(name, options);
  const columns = [...view.columns, ...(await keptBy(options.keep ?? [], view.columns)).columns];

  const bytes = bytesOf(inputs);
  const crew = await crewOf(inputs, bytes, options.workers);
  const work = await workOf(options, name, form, crew);
  const doubtful: string[] = [];
  const rows: (readonly Cell[])[] = [];
  const traces = new Set<string>();
  let isComplete = true;
  const remarks = [lostColumns(options), unspokenNotes(options)];
  const output = openOutput(options.output, { plain: !isTable });
  const errors = await openErrors(options.errors);
  const progress = startProgress(bytes, await wantsProgress(options, isTable));
  const interrupt = listen();
  const sink: Sink = {
    write: output.write,
    rows(more) {
      for (const row of more) rows.push(row);
    },
    problem(problem, trace) {
      isComplete = false;
      errors.add(problem);
      progress.clear();
      terminal.problem(problem);
      if (trace === undefined || traces.has(trace)) return;
      traces.add(trace);
      terminal.trace(trace);
    },
    visit(visit, mark) {
      progress.visit();
      for (const remark of remarks) remark.see(visit);
      if (mark !== undefined) doubtful.push(visit.id);
    },
  };
  try {
    const collector = collect(frameOf(form, columns), shard?.through(sink) ?? sink);
    const isOver = () => interrupt.code() !== undefined;
    const cut = cutter(options, isOver);
    const tasks = tasksOf(inputs, shard?.cut(cut) ?? cut);
    for await (const done of runTasks(tasks, work, { ...crew, isOver })) {
      collector.take(done);
      shard?.pass(done);
      progress.bytes(done.bytes);
      if (options.output === undefined) output.flush();
    }
    collector.end();
    progress.stop();
    if (rows.length > 0) for (const piece of await layOut(form, columns, rows, view, options)) output.write(piece);
    output.close();
    errors.close();
    if (interrupt.code() === undefined) shard?.close();
  } finally {
    progress.stop();
    interrupt.stop();
    output.discard();
    errors.discard();
    shard?.discard();
  }
  if (doubtful.length > 0) terminal.note(swapped(doubtful));
  for (const remark of remarks) for (const note of remark.notes()) terminal.note(note);
  if (traces.size > 0) return FAULT;
  return interrupt.code() ?? (isComplete ? 0 : 1);
}

/** Exit code of a run with a fault of ours: what it did not cost was kept. */
const FAULT = 70;

/** The work on each visit, for this thread or a worker. */
async function workOf(
  options: Options,
  view: ViewName,
  { writer, options: look }: Form,
  { workers }: Crew,
): Promise<Work> {
  const { lexicon: dirs, scoring, from, map, kind, clinician, patient, idPrefix, keep = [] } = options;
  const { quotes, redact, shard } = options;
  const isOwn = dirs !== undefined || scoring !== undefined;
  const work: WorkOptions = {
    view,
    privacy: { quotes, redact },
    reading: { from, map, kind, clinician, patient, idPrefix, keep },
    keep,
    lexicon: workers > 1 && isOwn ? { packed: await packed(dirs, scoring) } : { dirs, scoring },
    to: writer.id,
    look,
    shard,
  };
  return { path: workFile(), load: () => import('./work.ts'), options: work };
}

/** A lexicon with rules of the user's own is compiled but once. */
async function packed(dirs?: readonly string[], scoring?: string): Promise<Uint8Array> {
  const { loadLexicon } = await import('../lexicon/load.ts');
  const { packLexicon } = await import('../lexicon/store.ts');
  return packLexicon(await loadLexicon({ dirs, scoring }));
}

/** Where a worker finds the work. */
function workFile(): string {
  return fileURLToPath(new URL('./work.cjs', import.meta.url));
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
