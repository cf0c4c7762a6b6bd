import { rmSync, statSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import type { Sink } from '../batch/collect.ts';
import type { Inputs } from '../batch/input-list.ts';
import type { Place } from '../batch/parts/part.ts';
import type { PartRecord } from '../batch/parts/record.ts';
import type { Shard } from '../batch/parts/shard.ts';
import type { Done } from '../batch/task.ts';
import type { Cut } from '../batch/tasks.ts';
import { UsageError } from '../problem.ts';
import type { Form } from './form.ts';
import type { ReadingOptions, WritingOptions } from './options.ts';
import { type Output, openOutput } from './output.ts';

/** Options of a command that can do a share of its visits. */
export interface ShardOptions {
  readonly shard?: Shard;
}

/** What `--shard` adds to a run: the inputs to read, and an account of what is written. */
export interface Sharding {
  readonly inputs: Inputs;
  readonly cut: (cut: Cut) => Cut;
  /** Opens the account, and puts it before the sink. */
  readonly through: (sink: Sink) => Sink;
  /** A task has been taken in. */
  readonly pass: (done: Done) => void;
  /** The part is whole and stands under its name. */
  readonly close: () => void;
  readonly discard: () => void;
}

/** Adds `--shard`. */
export function shardOption(command: Command): Command {
  return command.option(
    '--shard <i/n>',
    'one of n shares of the visits, i from 0 to n-1: those whose id, hashed (FNV-1a), leaves i when divided by n; needs -o, bedside merge joins them',
    toShard,
  );
}

function toShard(value: string): Shard {
  const [, index, of] = /^(\d{1,9})\/(\d{1,9})$/.exec(value) ?? [];
  if (index === undefined || Number(of) === 0)
    throw new InvalidArgumentError('Write it as I/N, the shard and how many there are: 0/8.');
  if (Number(index) >= Number(of))
    throw new InvalidArgumentError(
      `Shards are counted from 0: 0/${of} to ${Number(of) - 1}/${of}. Where an array counts from 1, take one less.`,
    );
  return { index: Number(index), of: Number(of) };
}

/** Options that change nothing in what is written, or are told otherwise: the format by its name, rules and figures by their hash. */
const SILENT = [
  'output',
  'to',
  'errors',
  'quiet',
  'lexicon',
  'scoring',
  'shard',
  'workers',
  'resume',
  'manifest',
  'skipped',
];

/** Sets a shard's run up; undefined where all visits are wanted. Throws UsageError where no part could be made. */
export async function startShard(
  command: string,
  options: ReadingOptions & WritingOptions & ShardOptions,
  { writer }: Form,
  inputs: Inputs,
): Promise<Sharding | undefined> {
  const { shard, output } = options;
  if (!shard) return undefined;
  const path = checkOutput(output, writer.id);
  for (const input of inputs) {
    if (!('path' in input) || input.path !== '-') continue;
    throw new UsageError('--shard cannot read standard input', 'Name files: all shards must find the same.');
  }
  const { digestInputs } = await import('../batch/parts/inputs-digest.ts');
  const { cutOwn, inputsOf } = await import('../batch/parts/own.ts');
  const { LAYOUT, sheetOf } = await import('../batch/parts/part.ts');
  const { startRecord } = await import('../batch/parts/record.ts');
  const { loadLexicon } = await import('../lexicon/load.ts');
  const { holdsOne } = await import('../read/one-per-file.ts');
  const { version } = await import('../version.ts');
  const { hash: lexicon } = await loadLexicon({ dirs: options.lexicon, scoring: options.scoring });
  const told = Object.entries(options).filter(([name]) => !SILENT.includes(name));
  const sheet = sheetOf(path);
  const head = {
    part: LAYOUT,
    command,
    format: writer.id,
    version,
    lexicon,
    shard,
    options: Object.fromEntries(told.map(([name, value]) => [dashed(name), value])),
    inputs: digestInputs(inputs),
  } as const;
  let account: Output | undefined;
  let record: PartRecord | undefined;
  return {
    cut: (cut) => cutOwn(cut, shard),
    inputs: inputsOf(inputs, shard, (input) => holdsOne(input, options.from)),
    through(sink) {
      account = openOutput(sheet);
      // A part of a run before this one is none from now on.
      rmSync(sheet, { force: true });
      record = startRecord(head, account.write);
      const { write, item } = record;
      return {
        ...sink,
        write(piece) {
          write(piece);
          sink.write(piece);
        },
        item: ({ place }, bytes, problem) => item(place as Place, bytes, problem),
      };
    },
    pass: ({ last }) => record?.pass(last as Place),
    close() {
      record?.end();
      account?.close();
    },
    discard: () => account?.discard(),
  };
}

const FORMATS = ['csv', 'tsv', 'ndjson'];

function checkOutput(path: string | undefined, format: string): string {
  if (path === undefined)
    throw new UsageError('--shard needs a file to write to', 'Name one: -o FILE, as .csv, .tsv or .ndjson.');
  if (!FORMATS.includes(format))
    throw new UsageError(`--shard cannot write ${format}`, 'Its parts are CSV, TSV or NDJSON: -o FILE.csv.');
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false)
    throw new UsageError(`--shard needs a file to write to, ${path} is none`, 'Name a file.');
  return path;
}

/** `idPrefix` as it is written: `id-prefix`. */
function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
