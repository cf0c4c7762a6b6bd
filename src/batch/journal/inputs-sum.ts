import { createHash } from 'node:crypto';
import { isProblem, type Problem } from '../../problem.ts';
import type { Inputs } from '../input-list.ts';
import type { Input } from '../inputs.ts';

/** The inputs of a run by names, sizes and times, so that a change can be seen and placed. */
export interface InputsSum {
  readonly count: number;
  /** Up to 1,000 groups of neighbours: the name of the first, and the beginning of a SHA-256 over all. */
  readonly groups: readonly (readonly [name: string, hash: string])[];
}

/** A sum stays small for millions of files, and up to so many each is told apart. */
const GROUPS = 1000;

/** Sums inputs up; a path that names nothing counts by its name. */
export function sumInputs(inputs: Inputs): InputsSum {
  const size = sizeOf(inputs.length);
  const groups: [string, string][] = [];
  let first = '';
  let text = '';
  let count = 0;
  const close = () => {
    if (count > 0) groups.push([first, createHash('sha256').update(text).digest('hex').slice(0, 16)]);
    text = '';
    count = 0;
  };
  for (const input of inputs) {
    const name = nameOf(input);
    if (count === 0) first = name;
    text += `${name}\0${stateOf(input)}\n`;
    count += 1;
    if (count === size) close();
  }
  close();
  return { count: inputs.length, groups };
}

/** What differs in the inputs of now from those of before, as a clause; undefined for nothing. */
export function inputsDiffer(now: InputsSum, before: InputsSum): string | undefined {
  if (now.count !== before.count) return `there are ${now.count} inputs, and ${before.count} before`;
  const at = now.groups.findIndex(([name, hash], i) => name !== before.groups[i][0] || hash !== before.groups[i][1]);
  if (at < 0) return undefined;
  const [name] = now.groups[at];
  const [nameBefore] = before.groups[at];
  const size = sizeOf(now.count);
  if (size > 1) return `an input has changed, one of the ${size} from ${name} on`;
  return name === nameBefore ? `${name} has changed` : `${name} stands in the place of ${nameBefore}`;
}

function sizeOf(count: number): number {
  return Math.max(1, Math.ceil(count / GROUPS));
}

function nameOf(input: Input | Problem): string {
  return isProblem(input) ? input.file : input.name;
}

function stateOf(input: Input | Problem): string {
  return isProblem(input) ? input.code : `${input.bytes} ${input.modified ?? ''}`;
}
