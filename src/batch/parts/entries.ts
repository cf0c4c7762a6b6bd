import { InputError } from '../../problem.ts';
import { unpackBlock } from './blocks.ts';
import { chunksOf, linesOf } from './chunks.ts';
import { brokenPart, type Part } from './open.ts';
import type { Entry } from './part.ts';

/** The entries of a part in order, a block of them in memory. Throws InputError where the sheet is damaged. */
export function* entriesOf({ sheet }: Part, chunk: number): Generator<Entry> {
  let isHead = true;
  for (const line of linesOf(chunksOf(sheet, chunk))) {
    if (!isHead) {
      if (line.startsWith(']')) return;
      yield* parse(line, sheet);
    }
    isHead = false;
  }
}

function parse(line: string, sheet: string): Entry[] {
  try {
    return unpackBlock(JSON.parse(line.replace(/,$/, '')));
  } catch {
    throw new InputError(brokenPart(sheet));
  }
}
