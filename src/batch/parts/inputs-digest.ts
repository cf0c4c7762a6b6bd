import { createHash } from 'node:crypto';
import { isProblem } from '../../problem.ts';
import type { Inputs } from '../input-list.ts';

/** The inputs of a run by names and sizes, so that two runs can be compared and the first difference named. */
export interface InputsDigest {
  readonly count: number;
  readonly bytes: number;
  /** Up to 1,000 groups of neighbours, as many inputs in each. */
  readonly groups: readonly InputGroup[];
}

/** The name of its first input, the bytes of all, and, of several, the beginning of a SHA-256 over names and sizes. */
type InputGroup = readonly [name: string, bytes: number, hash?: string];

/** Groups of a digest: it stays small for millions of files, and up to so many each is listed. */
const GROUPS = 1000;

/** Sums inputs up; a path that names nothing counts by its name. */
export function digestInputs(inputs: Inputs): InputsDigest {
  const size = Math.ceil(inputs.length / GROUPS);
  const groups: InputGroup[] = [];
  let group: { name: string; bytes: number }[] = [];
  let bytes = 0;
  for (const input of inputs) {
    group.push(isProblem(input) ? { name: input.file, bytes: 0 } : input);
    if (group.length < size) continue;
    groups.push(groupOf(group));
    bytes += sum(group);
    group = [];
  }
  if (group.length > 0) groups.push(groupOf(group));
  return { count: inputs.length, bytes: bytes + sum(group), groups };
}

function groupOf(inputs: readonly { name: string; bytes: number }[]): InputGroup {
  const [{ name }] = inputs;
  if (inputs.length === 1) return [name, sum(inputs)];
  const hash = createHash('sha256');
  for (const one of inputs) hash.update(`${one.name}\0${one.bytes}\n`);
  return [name, sum(inputs), hash.digest('hex').slice(0, 16)];
}

function sum(inputs: readonly { bytes: number }[]): number {
  return inputs.reduce((total, { bytes }) => total + bytes, 0);
}

/** The first difference between the inputs of two runs, as the end of a sentence; undefined where they are the same. */
export function inputsDiffer(mine: InputsDigest, other: InputsDigest): string | undefined {
  const size = Math.ceil(mine.count / GROUPS);
  const at = mine.groups.findIndex((group, i) => JSON.stringify(group) !== JSON.stringify(other.groups[i]));
  if (mine.count !== other.count) {
    const counts = `${mine.count} inputs and not ${other.count}`;
    return at < 0 || size > 1 ? counts : `${counts}, the first that differs is ${mine.groups[at][0]}`;
  }
  if (at < 0) return undefined;
  const [name, bytes] = mine.groups[at];
  const [otherName, otherBytes] = other.groups[at];
  if (size > 1) return `other inputs among the ${size} from ${name} on`;
  return name === otherName
    ? `${name} of ${bytes} bytes and not ${otherBytes}`
    : `${name} in the place of ${otherName}`;
}
