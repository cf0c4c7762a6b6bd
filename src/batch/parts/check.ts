import type { Problem } from '../../problem.ts';
import { inputsDiffer } from './inputs-digest.ts';
import type { Part } from './open.ts';
import type { PartHead } from './part.ts';
import { shardName } from './shard.ts';

/** Shards named one by one in a message; more are counted. */
const NAMED = 10;

/** What keeps parts from being the parts of one run, each once: none of another run, none twice, none missing. */
export function checkParts(parts: readonly Part[]): Problem[] {
  const [model] = commonest(parts);
  const strange = parts.flatMap((part) => {
    const differences = differ(part.head, model);
    if (differences.length === 0) return [];
    const what = `a part of another run than the rest: ${differences.join('; ')}`;
    const fix = 'Leave it out, or run its shard again as the others were run.';
    return [{ code: 'part.other-run', file: part.file, what, fix }];
  });
  if (strange.length > 0) return strange;
  const byIndex = new Map<number, Part>();
  const doubles: Problem[] = [];
  for (const part of parts) {
    const before = byIndex.get(part.head.shard.index);
    if (before) doubles.push(double(part, before));
    else byIndex.set(part.head.shard.index, part);
  }
  return [...doubles, ...gaps(byIndex, model)];
}

function double({ file, head }: Part, before: Part): Problem {
  const what = `shard ${shardName(head.shard)} is there twice, ${before.file} is it too`;
  return { code: 'part.double', file, what, fix: 'Leave one of the two out.' };
}

function gaps(byIndex: ReadonlyMap<number, Part>, { shard: { of }, command }: PartHead): Problem[] {
  const missing = Array.from({ length: of }, (_, index) => index).filter((index) => !byIndex.has(index));
  if (missing.length === 0) return [];
  const [first] = byIndex.values();
  const more = missing.length > NAMED ? `, and ${missing.length - NAMED} more` : '';
  const names = missing.slice(0, NAMED).map((index) => shardName({ index, of }));
  const what = `the run it is part of is not whole: shard ${names.join(', ')}${more} ${missing.length === 1 ? 'is' : 'are'} missing`;
  const fix = `Name all parts, or run what is missing: bedside ${command} … --shard ${names[0]} -o FILE`;
  return [{ code: 'part.gap', file: first.file, what, fix }];
}

/** The run that most of the parts are of; the first of equals. */
function commonest(parts: readonly Part[]): readonly [PartHead, number] {
  const runs = new Map<string, [PartHead, number]>();
  for (const { head } of parts) {
    const key = JSON.stringify({ ...head, shard: head.shard.of });
    const run = runs.get(key);
    if (run) run[1] += 1;
    else runs.set(key, [head, 1]);
  }
  return [...runs.values()].reduce((best, run) => (run[1] > best[1] ? run : best));
}

/** In what a part's run is another one, each as the end of a sentence. Options are named without their values. */
function differ(head: PartHead, model: PartHead): string[] {
  const plain = (['version', 'command', 'format', 'lexicon'] as const)
    .filter((key) => head[key] !== model[key])
    .map((key) => `${key} ${head[key]} and not ${model[key]}`);
  const shards = head.shard.of === model.shard.of ? [] : [`cut into ${head.shard.of} shards and not ${model.shard.of}`];
  const names = [...new Set([...Object.keys(head.options), ...Object.keys(model.options)])].sort();
  const options = names
    .filter((name) => JSON.stringify(head.options[name]) !== JSON.stringify(model.options[name]))
    .map((name) => `another --${name}`);
  const inputs = inputsDiffer(head.inputs, model.inputs);
  return [...plain, ...shards, ...options, ...(inputs === undefined ? [] : [inputs])];
}
