import { isProblem, type Problem } from '../problem.ts';
import type { Input } from './inputs.ts';
import type { Slice, Task } from './task.ts';

/** How large a task may grow. */
export interface Size {
  readonly inputs: number;
  readonly bytes: number;
}

export const TASK: Size = { inputs: 150, bytes: 1 << 20 };

/** Makes tasks of inputs, in their order. */
export function* tasksOf(
  inputs: Iterable<Input | Problem>,
  { inputs: most, bytes: full }: Size = TASK,
): Generator<Task> {
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
    const size = isProblem(input) ? 0 : input.bytes;
    if (waiting.length > 0 && bytes + size > full) yield take();
    waiting.push(input);
    bytes += size;
    if (waiting.length >= most) yield take();
  }
  if (waiting.length > 0) yield take();
}
