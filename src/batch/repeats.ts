import type { Problem } from '../problem.ts';
import { seen } from './seen.ts';
import type { Item } from './task.ts';

/** Tells visits of an id and kind that were there before, if all are shown to it in order: the Problem of such a one. */
export function repeats(): (visit: NonNullable<Item['visit']>) => Problem | undefined {
  const before = seen();
  let file = 0;
  let name: string | undefined;
  return ({ id, kind, source, at, inRows }) => {
    if (source !== name) file += 1;
    name = source;
    const there = before.add(`${kind} ${id}`, file);
    if (there === undefined) return undefined;
    const about = { file: source, at, visit: id };
    if (inRows && there === file) {
      return {
        ...about,
        code: 'id.split',
        what: 'this visit has ended before; its turns from here on are left out',
        fix: 'Sort them by visit.',
      };
    }
    return {
      ...about,
      code: 'id.duplicate',
      what: `a ${kind} of the id ${id} was there before`,
      fix: 'Give each visit an id of its own, or put the file before it: --id-prefix.',
    };
  };
}
