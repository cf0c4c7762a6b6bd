import type { Problem } from '../problem.ts';
import { type Repeats, repeats } from './repeats.ts';
import type { Done, Item } from './task.ts';

/** What stands about the visits' texts in a format. */
export interface Frame {
  readonly head: string;
  /** Bytes that a text begins with to part it from one before it: the very first has `open` instead. */
  readonly joint: number;
  readonly open?: string;
  /** What stands in the place of a visit that could not be read. */
  readonly problem?: (problem: Problem) => string;
  readonly tail: (isEmpty: boolean) => string;
}

/** Where everything goes, in the order of the inputs. */
export interface Sink {
  readonly write: (piece: string | Uint8Array) => void;
  readonly rows: (rows: NonNullable<Done['rows']>) => void;
  /** `trace` comes with a fault of ours. */
  readonly problem: (problem: Problem, trace: string | undefined) => void;
  /** An item has been dealt with: bytes of what is written of it, and what went wrong. */
  readonly item?: (item: Item, bytes: number, problem?: Problem) => void;
  /** A visit that was kept, and how much is shown of it. */
  readonly visit: (visit: NonNullable<Item['visit']>, shown: number, mark: string | undefined) => void;
}

/** The one who puts a run together. */
export interface Collector {
  /** Takes the tasks that are done, in their order. */
  readonly take: (done: Done) => void;
  readonly end: () => void;
  /** Whether nothing but the head is written. */
  readonly isEmpty: () => boolean;
}

/** What a run goes on from. */
export interface Begun {
  /** Knows the visits that came before. */
  readonly ids: Repeats;
  /** Absent where the run begins. */
  readonly before?: { readonly isEmpty: boolean };
}

/** Drops visits that were there before, writes the others and tells of what went wrong. */
export function collect(
  { head, joint, open, problem: placeholder, tail }: Frame,
  sink: Sink,
  { ids, before }: Begun = { ids: repeats() },
): Collector {
  let isBegun = before !== undefined;
  let isEmpty = before?.isEmpty ?? true;
  const begin = () => {
    if (!isBegun && head !== '') sink.write(head);
    isBegun = true;
  };
  const write = (bytes: Uint8Array) => {
    if (bytes.length === 0) return;
    if (isEmpty && open !== undefined) sink.write(open);
    sink.write(isEmpty ? bytes.subarray(joint) : bytes);
    isEmpty = false;
  };
  return {
    take({ items, text, rows }) {
      begin();
      // What stands together is written together.
      let from = 0;
      let to = 0;
      let start = 0;
      const flush = () => {
        if (rows) sink.rows(rows.slice(from, to));
        else write(text.subarray(from, to));
      };
      for (const item of items) {
        const { visit, problem, trace, end, shown = 0, mark } = item;
        const bytes = end - start;
        start = end;
        const fault = (visit && ids.check(visit)) ?? problem;
        if (!fault) {
          if (visit) sink.visit(visit, shown, mark);
          to = end;
          sink.item?.(item, bytes);
          continue;
        }
        flush();
        from = end;
        to = end;
        sink.problem(fault, trace);
        const text = placeholder?.(fault) ?? '';
        if (text !== '') {
          sink.write(text);
          isEmpty = false;
        }
        sink.item?.(item, Buffer.byteLength(text), fault);
      }
      flush();
    },
    end() {
      begin();
      const rest = tail(isEmpty);
      if (rest !== '') sink.write(rest);
    },
    isEmpty: () => isEmpty,
  };
}
