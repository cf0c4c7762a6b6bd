import type { Lexicon } from '../lexicon/types.ts';
import type { Walked } from '../pipeline.ts';
import { isProblem, type Problem } from '../problem.ts';
import type { Cell, ColumnSpec, Foot, WriteOptions } from '../write/writer.ts';
import type { Terminal } from './command.ts';
import { writeErrors } from './errors.ts';
import { findPaths } from './find.ts';
import { pickForm } from './form.ts';
import { listen } from './interrupt.ts';
import { keptBy } from './keep.ts';
import type { PrivacyOptions, ReadingOptions, WritingOptions } from './options.ts';
import { openOutput } from './output.ts';
import { pieces, type Shown } from './pieces.ts';
import { privately } from './privacy.ts';
import { lostColumns, unspokenNotes } from './remarks.ts';
import { isTerminal } from './terminal.ts';

/** What a command shows of a visit. */
export interface View {
  readonly columns: readonly ColumnSpec[];
  readonly rows: (walked: Walked, lexicon: Lexicon) => readonly (readonly Cell[])[];
  /** The visit as one object, for JSON and NDJSON; without it they hold the rows. */
  readonly object?: (walked: Walked, lexicon: Lexicon) => object;
  /** Lines under a table. */
  readonly foot?: (rows: readonly (readonly Cell[])[], lexicon: Lexicon) => readonly Foot[];
}

/** Visits that a format takes in at once: a table all of them, to align its columns. */
const AHEAD: Readonly<Record<string, number>> = { table: Number.POSITIVE_INFINITY, csv: 500, tsv: 500 };

/** Reads the PATHs, walks every visit, writes what the view shows of it and tells what could not be read. Returns the exit code. */
export async function writeVisits(
  paths: readonly string[],
  options: ReadingOptions & WritingOptions & PrivacyOptions,
  terminal: Terminal,
  whole: View,
): Promise<number> {
  const { feed } = await import('../batch/pace.ts');
  const { startProgress } = await import('../batch/progress.ts');
  const { loadLexicon } = await import('../lexicon/load.ts');
  const { walk } = await import('../pipeline.ts');
  const { writer, options: look } = await pickForm(options);
  const view = await privately(whole, options);
  const isTable = writer.id === 'table';
  const inputs = await findPaths(paths, options, terminal);
  const lexicon = await loadLexicon({ dirs: options.lexicon, scoring: options.scoring });
  const kept = await keptBy(options.keep ?? [], view.columns);
  const asObjects = view.object !== undefined && (writer.id === 'json' || writer.id === 'ndjson');
  const show = (walked: Walked): Shown => {
    const { extra } = walked.visit;
    if (asObjects && view.object) return { object: { ...view.object(walked, lexicon), ...kept.record(extra) } };
    const cells = kept.cells(extra);
    const rows = view.rows(walked, lexicon);
    return { rows: cells.length > 0 ? rows.map((row) => [...row, ...cells]) : rows };
  };

  const problems: Problem[] = [];
  const doubtful: string[] = [];
  const remarks = [lostColumns(options), unspokenNotes(options)];
  const output = openOutput(options.output, { plain: !isTable });
  const progress = startProgress(inputs, await wantsProgress(options, isTable));
  const interrupt = listen();
  const run = function* (): Generator<Shown> {
    for (const item of walk(inputs, lexicon, options)) {
      if (interrupt.code() !== undefined) return;
      if (isProblem(item)) {
        problems.push(item);
        progress.clear();
        terminal.problem(item);
        yield { problem: item };
      } else {
        progress.visit(item.visit);
        for (const remark of remarks) remark.see(item.visit);
        if (String(item.score.flags).includes('roles-swapped?')) doubtful.push(item.visit.id);
        yield show(item);
      }
    }
  };
  try {
    const { items, fill } = feed(run());
    const foot: WriteOptions['foot'] = (rows) => view.foot?.(rows, lexicon) ?? [];
    const text = pieces({ writer, options: { ...look, foot } }, [...view.columns, ...kept.columns], asObjects, items);
    for (;;) {
      await fill(AHEAD[writer.id] ?? 1);
      const piece = text.next();
      if (piece.done) break;
      output.write(piece.value);
    }
    progress.stop();
    output.close();
  } finally {
    progress.stop();
    interrupt.stop();
    output.discard();
  }
  if (doubtful.length > 0) terminal.note(swapped(doubtful));
  for (const remark of remarks) for (const note of remark.notes()) terminal.note(note);
  if (options.errors !== undefined) await writeErrors(options.errors, problems);
  return interrupt.code() ?? (problems.length > 0 ? 1 : 0);
}

/** Not where the rows themselves run over a terminal: a spinner would be in their way. */
async function wantsProgress({ quiet, output }: WritingOptions, isTable: boolean): Promise<boolean> {
  if (quiet || !(await isTerminal(2))) return false;
  return isTable || output !== undefined || !(await isTerminal(1));
}

function swapped(ids: readonly string[]): string {
  const what = ids.length === 1 ? 'the labels of a visit contradict' : `the labels of ${ids.length} visits contradict`;
  return `${what} what is said, clinician and patient may be swapped: ${ids.join(', ')}. Check them, or say who is who: --clinician LABEL`;
}
