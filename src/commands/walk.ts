import type { Sink } from '../batch/collect.ts';
import type { Inputs } from '../batch/input-list.ts';
import { isProblem, OutputError } from '../problem.ts';
import type { Cell, ColumnSpec } from '../write/writer.ts';
import type { BatchOptions } from './batch-options.ts';
import { beginning, interrupted, leftBehind, resumable } from './broken-off.ts';
import type { Terminal } from './command.ts';
import { cutter } from './cutting.ts';
import { openErrors } from './errors.ts';
import { findPaths } from './find.ts';
import { type Form, pickForm } from './form.ts';
import { frameOf } from './frame.ts';
import { listen } from './interrupt.ts';
import { keptBy } from './keep.ts';
import type { ReadingOptions, WritingOptions } from './options.ts';
import { lostColumns, unspokenNotes } from './remarks.ts';
import { openRun } from './run-file.ts';
import { openManifest } from './run-manifest.ts';
import { lexiconOf, poolOf, workOf } from './run-work.ts';
import { startShard } from './shard.ts';
import { teller } from './teller.ts';
import { isTerminal } from './terminal.ts';
import { type View, type ViewName, viewOf } from './views/view.ts';
import { crewOf } from './workers.ts';

/** Reads the PATHs, walks every visit, writes what a view shows of it and tells what could not be read. Returns the exit code. */
export async function writeVisits(
  paths: readonly string[],
  options: BatchOptions,
  terminal: Terminal,
  name: ViewName,
): Promise<number> {
  const { collect } = await import('../batch/collect.ts');
  const { startProgress } = await import('../batch/progress.ts');
  const { runTasks } = await import('../batch/run.ts');
  const { tasksOf } = await import('../batch/tasks.ts');
  const form = await pickForm(options);
  const found = await findPaths(paths, options, terminal);
  const shard = await startShard(name.name, options, form, found);
  const inputs = shard?.inputs ?? found;
  const view = await viewOf(name, options);
  const columns = [...view.columns, ...(await keptBy(options.keep ?? [], view.columns)).columns];
  const bytes = bytesOf(inputs);
  const crew = await crewOf(inputs, bytes, options.workers);

  const pool = await poolOf(options, name, form, crew);
  const run = await openRun(inputs, options, form, name).catch(async (error: unknown) => {
    await pool?.close();
    throw error;
  });
  const { last, account, file } = run;
  const ends: (() => void)[] = [() => shard?.discard(), () => void pool?.close()];
  try {
    const work = await workOf(options, name, form, crew, run.lexicon);
    const manifest = await openManifest(inputs, options, run, crew);
    const errors = await openErrors(options.errors, run.draftOf);
    ends.push(() => (run.isKept() ? errors.keep() : errors.discard()));
    const progress = startProgress(bytes - (last?.read ?? 0), await wantsProgress(options, form));
    const interrupt = listen();
    ends.push(progress.stop, interrupt.stop);
    const isOver = () => interrupt.code() !== undefined;
    const tell = teller(terminal, errors, progress);
    const remarks = [lostColumns(options), unspokenNotes(options)];
    const rows: (readonly Cell[])[] = [];

    if (options.resume) terminal.note(beginning(file, last, run.isFinished));
    for (const { told, marked, sums } of run.before()) {
      for (const { problem, trace } of told) tell.problem(problem, trace);
      for (const id of marked) tell.doubt(id);
      manifest.add(sums);
    }
    const begun = { ids: run.ids, before: last };
    const sink: Sink = {
      write: run.write,
      rows(more) {
        for (const row of more) rows.push(row);
      },
      problem(problem, trace) {
        account.problem(problem, trace);
        tell.problem(problem, trace);
      },
      visit(visit, shown, mark) {
        account.visit(visit.id, shown, mark);
        progress.visit();
        for (const remark of remarks) remark.see(visit);
        if (mark !== undefined) tell.doubt(visit.id);
      },
    };
    const collector = collect(frameOf(form, columns), shard?.through(sink) ?? sink, begun);
    const cut = cutter(options, isOver);
    const tasks = run.tasks(tasksOf(inputs, shard?.cut(cut) ?? cut), isOver);
    for await (const done of runTasks(tasks, work, { ...crew, isOver, pool })) {
      if (!run.accepts(done)) break;
      collector.take(done);
      manifest.add(done.sums ?? []);
      run.pass(done, collector.isEmpty());
      shard?.pass(done);
      progress.bytes(done.bytes);
    }
    progress.stop();

    const isBroken = isOver() && !run.isWhole();
    if (isBroken && run.isResumable) {
      run.keep(collector.isEmpty());
      terminal.note(interrupted(file, account.figures().visits));
      return interrupt.code() as number;
    }
    if (!last?.isWhole) collector.end();
    if (rows.length > 0) for (const piece of await layOut(form, columns, rows, view, options)) run.write(piece);
    const extent = run.end(collector.isEmpty());
    errors.close();
    if (isBroken) {
      run.publish('broken');
      if (options.output !== undefined) terminal.note(leftBehind(file));
      return interrupt.code() as number;
    }
    await manifest.write(extent);
    run.publish();
    shard?.close();
    for (const remark of remarks) for (const note of remark.notes()) terminal.note(note);
    return tell.end();
  } catch (error) {
    throw run.isResumable ? resumable(error) : error;
  } finally {
    for (const end of [...ends, run.close]) quietly(end);
  }
}

/** What fails when all is over adds nothing to what was told. */
function quietly(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
  }
}

/** A table is laid out when all of its rows are there. Headings over nothing tell nobody anything. */
async function layOut(
  { writer, options: look }: Form,
  columns: readonly ColumnSpec[],
  rows: readonly (readonly Cell[])[],
  { foot }: View,
  options: ReadingOptions,
): Promise<Iterable<string>> {
  const lexicon = await lexiconOf(options);
  return writer.write(columns, rows, { ...look, foot: (all) => foot?.(all, lexicon) ?? [] });
}

function bytesOf(inputs: Inputs): number {
  let bytes = 0;
  for (const input of inputs) if (!isProblem(input)) bytes += input.bytes;
  return bytes;
}

/** Not where the rows themselves run over a terminal: a spinner would be in their way. */
async function wantsProgress({ quiet, output }: WritingOptions, { writer }: Form): Promise<boolean> {
  if (quiet || !(await isTerminal(2))) return false;
  return writer.format === undefined || output !== undefined || !(await isTerminal(1));
}
