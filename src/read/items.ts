import { isProblem, type Problem } from '../problem.ts';
import type { Turn, Visit } from '../visit.ts';
import { addFault, type Faults, problemsOf } from './faults.ts';
import { extraFields, fieldsOf, isRecord } from './fields.ts';
import { isTurn, readObject, turnFault, turnOf, visitIdOf } from './jsonvisit.ts';
import type { ReadOptions, Source } from './reader.ts';

/** One value of a list or a line, with its place: `item 3`, `line 3`. */
export interface Item {
  readonly value: unknown;
  readonly at: string;
}

interface Group {
  readonly id: string;
  readonly extra: Visit['extra'];
  readonly turns: Turn[];
  count: number;
  readonly faults: Faults;
}

/**
 * Reads a list of visits, of turns, or of both: an object with turns or a note is a visit, one with a text a turn, and turns
 * in a row that name the same visit, or none, are one; those that come back later make another. `isCut` tells that the list broke off: its last visit is not whole then.
 */
export function* readItems(
  items: Iterable<Item | Problem>,
  list: { readonly format: string; readonly source: Source; readonly isOnly: boolean; readonly isCut?: boolean },
  options: ReadOptions,
): Generator<Visit | Problem> {
  const { format, source } = list;
  let group: Group | undefined;
  let count = source.before?.items ?? 0;
  for (const item of items) {
    count++;
    if (isProblem(item)) {
      // It may have been a turn of this visit: those after it keep their number.
      if (group) group.count++;
      yield item;
      continue;
    }
    const { value, at } = item;
    const fields = isRecord(value) ? fieldsOf(value) : undefined;
    if (fields && isTurn(fields, options)) {
      const id = visitIdOf(fields, options.map, 'turn') ?? source.id;
      if (group?.id !== id) {
        yield* close(group);
        group = { id, extra: extraFields(fields, options.keep), turns: [], count: 0, faults: new Map() };
      }
      addTurn(group, value, at);
      continue;
    }
    yield* close(group);
    group = undefined;
    if (!fields) {
      yield {
        code: `${format}.no-object`,
        file: source.name,
        at,
        what: 'this is no object with turns, a note or a text',
        fix: 'Give {"visit_id": …, "turns": [{"speaker": …, "text": …}]}.',
      };
      continue;
    }
    const id = list.isOnly ? source.id : `${source.id}#${count}`;
    yield* readObject(fields, { format, file: source.name, id, ...homeOf(at, list.isOnly) }, options);
  }
  if (!list.isCut) yield* close(group);

  function addTurn(into: Group, value: unknown, at: string): void {
    const turn = turnOf(value, ++into.count, at, options);
    if (typeof turn !== 'string') into.turns.push(turn);
    else addFault(into.faults, { ...turnFault(turn, format), file: source.name, at, visit: into.id });
  }

  function* close(done: Group | undefined): Generator<Visit | Problem> {
    if (!done) return;
    yield* problemsOf(done.faults);
    const { id, turns, extra } = done;
    if (turns.length > 0)
      yield { id, source: source.name, kind: 'transcript', turns, inRows: true, ...(extra && { extra }) };
  }
}

/** Where a visit and its turns stand: a line is told by its number alone, and the only object of a file needs no place. */
function homeOf(at: string, isOnly: boolean) {
  if (at.startsWith('line ')) return { at, place: () => at };
  return isOnly ? { place: (turn: string) => turn } : { at, place: (turn: string) => `${at}, ${turn}` };
}
