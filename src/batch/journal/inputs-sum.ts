import { createHash } from 'node:crypto';
import { isProblem, type Problem } from '../../problem.ts';
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
export function sumInputs(inputs: readonly (Input | Problem)[]): InputsSum {
  const size = sizeOf(inputs.length);
  const groups: [string, string][] = [];
  for (let at = 0; at < inputs.length; at += size) {
    const group = inputs.slice(at, at + size);
    const hash = createHash('sha256');
    for (const input of group) hash.update(`${nameOf(input)}\0${stateOf(input)}\n`);
    groups.push([nameOf(group[0]), hash.digest('hex').slice(0, 16)]);
  }
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
