import { createHash } from 'node:crypto';
import type { Shard } from '../batch/parts/shard.ts';
import type { Sum } from '../batch/sums.ts';
import type { Done, Item, Perform, Reply, Step, Task } from '../batch/task.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Walked, WalkOptions } from '../pipeline.ts';
import { placesOf } from '../places.ts';
import { isProblem, type Problem } from '../problem.ts';
import type { Terms } from '../segment/types.ts';
import { version } from '../version.ts';
import type { Cell, WriteOptions, Writer } from '../write/writer.ts';
import { keptBy } from './keep.ts';
import type { PrivacyOptions } from './options.ts';
import { type View, type ViewName, viewOf } from './views/view.ts';

/** What a run does to each of its visits; plain data. */
export interface WorkOptions {
  readonly view: ViewName;
  readonly privacy: PrivacyOptions;
  readonly reading: WalkOptions;
  readonly keep: readonly string[];
  /** Where its rules are from, or the whole of it, compiled; loaded, for this thread. */
  readonly lexicon:
    | { readonly dirs?: readonly string[]; readonly scoring?: string }
    | { readonly packed: Uint8Array }
    | { readonly loaded: Lexicon };
  /** The writer's id and the look of what it writes. */
  readonly to: string;
  readonly look: Omit<WriteOptions, 'foot'>;
  /** The share of the visits to take, where not all. */
  readonly shard?: Shard;
  /** Whether files that are read are hashed. */
  readonly wantsSums?: boolean;
}

/** Sets the work up: reads visits, scores them, and makes the text of what the view shows of them. Throws UsageError. */
export async function begin(options: unknown): Promise<Perform> {
  const { view: name, privacy, reading, keep, lexicon: rules, to, look, shard, wantsSums } = options as WorkOptions;
  const { died } = await import('../batch/died.ts');
  const { sorterOf } = await import('../batch/parts/own.ts');
  const { loadLexicon } = await import('../lexicon/load.ts');
  const { placeOf, readInputs, readingOf, walkVisit } = await import('../pipeline.ts');
  const { assignRoles } = await import('../segment/roles.ts');
  const { writers } = await import('../write/index.ts');
  const { unpackLexicon } = await import('../lexicon/store.ts');
  const lexicon =
    'loaded' in rules
      ? rules.loaded
      : 'packed' in rules
        ? unpackLexicon(Buffer.from(rules.packed))
        : await loadLexicon(rules);
  const view = await viewOf(name, privacy);
  const show = await shower(view, lexicon, keep, writers.find(({ id }) => id === to) as Writer, look);
  const told = readingOf(lexicon, reading);
  /** Of the visit before: nothing is left of it but what was written. */
  let terms: Terms | undefined;
  return function* (task: Task): Generator<Step, Done, Reply> {
    const items: Item[] = [];
    const { add, end, result } = show();
    const put = (item: Omit<Item, 'end'>) => items.push({ ...item, end: end() });
    const { open, own, place, last } = sorterOf(shard);
    const sums: Sum[] = [];
    const heard = wantsSums ? (path: string, bytes: Uint8Array) => void sums.push(sum(path, bytes)) : undefined;
    const finish = (isCut?: true): Done => ({
      index: task.index,
      bytes: task.bytes,
      items,
      ...result(),
      last: last(),
      ...(wantsSums && { sums }),
      ...(isCut && { isCut }),
    });
    for (const [input, from] of task.inputs.entries()) {
      open(from);
      if (isProblem(from)) {
        put({ problem: from, place: place() });
        continue;
      }
      if (from.sum) sums.push(from.sum);
      const visits = readInputs([from], lexicon, told, heard);
      for (;;) {
        const reply = yield { input };
        if (reply === 'stop') return finish(true);
        if (reply === 'skip') {
          put({ problem: died(task, { input }), place: place() });
          break;
        }
        const read = attempt(() => visits.next());
        if ('error' in read) {
          put({ ...fault(from.name, read.error), place: place() });
          break;
        }
        if (read.value.done) break;
        const mine = own(read.value.value);
        if (!mine) continue;
        const { read: found, place: here } = mine;
        if (isProblem(found)) {
          put({ problem: found, place: here });
          continue;
        }
        const { id, kind, source, inRows, extra } = found;
        const kept = keep.length > 0 ? Object.keys(extra ?? {}) : undefined;
        const visit = { id, kind, source, at: placeOf(found), inRows, kept };
        const again = yield { input, visit };
        if (again === 'stop') return finish(true);
        if (again === 'skip') {
          put({ visit, problem: died(task, { input, visit }), place: here });
          continue;
        }
        const done = attempt(() => {
          const problem = assignRoles(found, lexicon, reading);
          if (problem) return { problem };
          const walked = walkVisit(found, lexicon, terms);
          terms = walked.segmented[0]?.terms;
          const shown = add(walked);
          return { shown, ...(String(walked.score.flags).includes('roles-swapped?') && { mark: 'swapped' }) };
        });
        put({ visit, place: here, ...('error' in done ? fault(source, done.error, visit) : done.value) });
      }
    }
    return finish();
  };
}

function sum(path: string, bytes: Uint8Array): Sum {
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function attempt<T>(action: () => T): { readonly value: T } | { readonly error: unknown } {
  try {
    return { value: action() };
  } catch (error) {
    return { error };
  }
}

/** A fault of ours costs a visit, or the rest of its file, and no other. */
function fault(file: string, error: unknown, visit?: Item['visit']): Pick<Item, 'problem' | 'trace'> {
  const problem: Problem = {
    code: 'internal',
    file,
    ...(visit?.at !== undefined && { at: visit.at }),
    what: `a fault of bedside ${version}, not of your data; ${visit ? 'the visit' : 'the rest of the file'} is left out`,
    fix: 'Please report the lines that follow, they hold none of it.',
    ...(visit && { visit: visit.id }),
  };
  return { problem, trace: placesOf(error) };
}

/** Gathers what is shown of the visits of one task. */
interface Shown {
  /** Gives how many things are shown of the visit. */
  readonly add: (walked: Walked) => number;
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
        add(walked) {
          const more = rowsOf(walked);
          rows.push(...more);
          return more.length;
        },
        end: () => rows.length,
        result: () => ({ text: new Uint8Array(), rows }),
      };
    };
  }
  const { object } = view;
  const textOf = (walked: Walked): { readonly text: string; readonly shown: number } => {
    if (!object || !format.object) {
      const rows = rowsOf(walked);
      return { text: format.rows(columns, rows, look), shown: rows.length };
    }
    const { value, shown } = object(walked, lexicon);
    return { text: format.object({ ...value, ...kept.record(walked.visit.extra) }), shown };
  };
  return () => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    return {
      add(walked) {
        const { text, shown } = textOf(walked);
        const piece = Buffer.from(text);
        bytes += piece.length;
        pieces.push(piece);
        return shown;
      },
      end: () => bytes,
      result: () => ({ text: Buffer.concat(pieces) }),
    };
  };
}
