import { InputError, type Problem } from '../../src/problem.ts';
import type { Reader, ReadOptions, Source } from '../../src/read/reader.ts';
import type { Visit } from '../../src/visit.ts';
import { options } from './options.ts';

/** Everything a reader gives of a file, what ends it last. Any other exception is the test's failure. */
export function readAll(reader: Reader, source: Source, more: Partial<ReadOptions> = {}): (Visit | Problem)[] {
  const items: (Visit | Problem)[] = [];
  try {
    for (const item of reader.read(source, { ...options, ...more })) items.push(item);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    items.push(error.problem);
  }
  return items;
}
