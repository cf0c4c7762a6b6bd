import type { Problem } from '../problem.ts';
import type { Seen } from './seen.ts';
import type { Item } from './task.ts';

/** The Problem of a visit whose id and kind were there before; remembers those of one that is new. */
export function repeated({ id, kind, source, at }: NonNullable<Item['visit']>, before: Seen): Problem | undefined {
  if (before.add(`${kind} ${id}`)) return undefined;
  return {
    code: 'id.duplicate',
    file: source,
    at,
    what: `a ${kind} of the id ${id} was there before`,
    fix: 'Give each visit an id of its own, or put the file before it: --id-prefix.',
    visit: id,
  };
}
