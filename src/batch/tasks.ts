import { isProblem, type Problem } from '../problem.ts';
import type { Input } from './inputs.ts';
import type { Slice, Task } from './task.ts';

/** How large a task may grow. */
export interface Size {
  readonly inputs: number;
  readonly bytes: number;
}

export const TASK: Size = { inputs: 150, bytes: 1 << 19 };

/** Cuts an input larger than a task, or standard input, into pieces of some `bytes`. */
export type Cut = (input: Input, bytes: number) => AsyncIterable<Slice | Problem>;

/** Makes tasks of inputs, in their order. Small files share one; a piece of a large one has its own. */
export async function* tasksOf(
  inputs: Iterable<Input | Problem>,
  cut: Cut,
  { inputs: most, bytes: full }: Size = TASK,
): AsyncGenerator<Task> {
  let index = 0;
  let waiting: (Slice | Problem)[] = [];
  let bytes = 0;
  const take = (): Task => {
    const task = { index: index++, inputs: waiting, bytes };
    waiting = [];
    bytes = 0;
    return task;
  };
  for (const input of inputs) {
    if (!isProblem(input) && (input.path === '-' || (input.bytes > full && !input.channels))) {
      if (waiting.length > 0) yield take();
      for await (const slice of cut(input, full)) {
        waiting.push(slice);
        bytes = isProblem(slice) ? 0 : slice.bytes;
        yield take();
      }
      continue;
    }
    const size = isProblem(input) ? 0 : input.bytes;
    if (waiting.length > 0 && bytes + size > full) yield take();
    waiting.push(input);
    bytes += size;
    if (waiting.length >= most) yield take();
  }
  if (waiting.length > 0) yield take();
}
