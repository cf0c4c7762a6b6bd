import type { Shard } from '../batch/parts/shard.ts';
import type { Done, Item, Perform, Task } from '../batch/task.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Walked, WalkOptions } from '../pipeline.ts';
import { isProblem } from '../problem.ts';
import type { Cell, WriteOptions, Writer } from '../write/writer.ts';
import { keptBy } from './keep.ts';
import { type View, type ViewName, viewOf } from './views/view.ts';

/** What a run does to each of its visits; plain data. */
export interface WorkOptions {
  readonly view: ViewName;
  readonly reading: WalkOptions;
  readonly keep: readonly string[];
  readonly lexicon: { readonly dirs?: readonly string[]; readonly scoring?: string };
  /** The writer's id and the look of what it writes. */
  readonly to: string;
  readonly look: Omit<WriteOptions, 'foot'>;
  /** The visits to take, where not all. */
  readonly shard?: Shard;
}

/** Sets the work up: reads visits, scores them, and makes the text of what the view shows of them. Throws UsageError. */
export async function begin(options: unknown): Promise<Perform> {
  const { view: name, reading, keep, lexicon: rules, to, look, shard } = options as WorkOptions;
  const { sortBy } = await import('../batch/parts/own.ts');
  const { loadLexicon } = await import('../lexicon/load.ts');
  const { placeOf, readInputs, walkVisit } = await import('../pipeline.ts');
  const { assignRoles } = await import('../segment/roles.ts');
  const { writers } = await import('../write/index.ts');
  const lexicon = await loadLexicon(rules);
  const view = await viewOf(name);
  const show = await shower(view, lexicon, keep, writers.find(({ id }) => id === to) as Writer, look);
  return function* (task: Task): Generator<void, Done, boolean | undefined> {
    const items: Item[] = [];
    const { add, end, result } = show();
    const sorter = shard && sortBy(shard, task.inputs);
    for (const found of readInputs(sorter?.inputs ?? task.inputs, lexicon, reading)) {
      const own = sorter ? sorter.own(found) : { read: found, place: undefined };
      if (!own) {
        if (yield) break;
        continue;
      }
      const { read, place } = own;
      if (isProblem(read)) items.push({ problem: read, end: end(), place });
      else {
        const { id, kind, source } = read;
        const visit = { id, kind, source, at: placeOf(read) };
        const told = assignRoles(read, lexicon, reading) ?? read;
        if (isProblem(told)) items.push({ visit, problem: told, end: end(), place });
        else {
          const walked = walkVisit(told, lexicon);
          add(walked);
          const isSwapped = String(walked.score.flags).includes('roles-swapped?');
          items.push({ visit, end: end(), place, ...(isSwapped && { mark: 'swapped' }) });
        }
      }
      if (yield) break;
    }
    return { index: task.index, bytes: task.bytes, items, ...result(), last: sorter?.last() };
  };
}

/** Gathers what is shown of the visits of one task. */
interface Shown {
  readonly add: (walked: Walked) => void;
  readonly end: () => number;
  readonly result: () => Pick<Done, 'text' | 'rows'>;
}

async function shower(
  view: View,
  lexicon: Lexicon,
  keep: readonly string[],
  { format }: Writer,
  look: WriteOptions,
): Promise<() => Shown> {
  const kept = await keptBy(keep, view.columns);
  const columns = [...view.columns, ...kept.columns];
  const rowsOf = (walked: Walked): readonly (readonly Cell[])[] => {
    const cells = kept.cells(walked.visit.extra);
    const rows = view.rows(walked, lexicon);
    return cells.length > 0 ? rows.map((row) => [...row, ...cells]) : rows;
  };
  if (!format) {
    return () => {
      const rows: (readonly Cell[])[] = [];
      return {
        add: (walked) => void rows.push(...rowsOf(walked)),
        end: () => rows.length,
        result: () => ({ text: new Uint8Array(), rows }),
      };
    };
  }
  const { object } = view;
  const textOf = (walked: Walked): string =>
    object && format.object
      ? format.object({ ...object(walked, lexicon), ...kept.record(walked.visit.extra) })
      : format.rows(columns, rowsOf(walked), look);
  return () => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    return {
      add(walked) {
        const piece = Buffer.from(textOf(walked));
        bytes += piece.length;
        pieces.push(piece);
      },
      end: () => bytes,
      result: () => ({ text: Buffer.concat(pieces) }),
    };
  };
}
