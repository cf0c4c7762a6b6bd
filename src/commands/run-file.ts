import { createHash } from 'node:crypto';
import type { Inputs } from '../batch/input-list.ts';
import type { Account } from '../batch/journal/account.ts';
import type { Step } from '../batch/journal/journal.ts';
import type { Extent } from '../batch/journal/partial.ts';
import type { Wanted } from '../batch/journal/plan.ts';
import type { Repeats } from '../batch/repeats.ts';
import type { Done, Task } from '../batch/task.ts';
import { look, targetOf } from '../disk.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { isProblem, UsageError } from '../problem.ts';
import type { Form } from './form.ts';
import type { CrewOptions, PrivacyOptions, ReadingOptions, WritingOptions } from './options.ts';
import { openOutput } from './output.ts';
import { fingerprintOf, optionsOf } from './run-options.ts';
import { lexiconOf } from './run-work.ts';
import type { ShardOptions } from './shard.ts';
import type { ViewName } from './views/view.ts';

/** Where the rows of a run go; what of it lasts if it is broken off; and what it has come to. */
export interface RunFile {
  /** As the user calls it. */
  readonly file: string;
  /** Whether it can be gone on with: not standard output, a device, or a table, which is laid out at the end. */
  readonly isResumable: boolean;
  /** The options on which it depends what is written. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Loaded where something is to say by which rules the run was made. */
  readonly lexicon?: Lexicon;
  /** The name of a file under way, where such a one may be left. */
  readonly draftOf?: (target: string) => string;
  readonly write: (piece: string | Uint8Array) => void;
  /** Knows the ids that came before. */
  readonly ids: Repeats;
  /** How far the run had come when it was broken off. */
  readonly last?: Step;
  /** What was done before, in order: to be told of again. */
  readonly before: () => Iterable<Step>;
  readonly resumed: number;
  /** The file is there already, and is what would be written. */
  readonly isFinished: boolean;
  readonly account: Account;
  /** The tasks that are left. */
  readonly tasks: (tasks: AsyncIterable<Task>, isOver: () => boolean) => Iterable<Task> | AsyncIterable<Task>;
  /** Whether what is done of a task may be written: half of one could not be gone on with. */
  readonly accepts: (done: Done) => boolean;
  /** A task is written. */
  readonly pass: (done: Done, isEmpty: boolean) => void;
  /** Whether nothing is left to do, for sure. */
  readonly isWhole: () => boolean;
  /** Everything is written; says what it is, its hash only where a manifest is wanted. */
  readonly end: (isEmpty: boolean) => Extent;
  /** Keeps what is written of a run that is broken off. */
  readonly keep: (isEmpty: boolean) => void;
  /** The file gets its name; what is broken off and is no stream does not. */
  readonly publish: (broken?: 'broken') => void;
  /** Whether something lasts that can be gone on with. */
  readonly isKept: () => boolean;
  /** Whatever happened. */
  readonly close: () => void;
}

/** Opens what a run writes. Throws UsageError where a run before is in the way, and OutputError as all its methods do. */
export async function openRun(
  inputs: Inputs,
  options: ReadingOptions & WritingOptions & PrivacyOptions & CrewOptions & ShardOptions,
  form: Form,
  view: ViewName,
): Promise<RunFile> {
  const { output, resume = false, manifest } = options;
  const resolved = optionsOf(options, view, form);
  const reason = whyNot(inputs, form, output);
  // A shard is small, and begins anew: its account could not be gone on with.
  if (reason !== undefined || output === undefined || options.shard) {
    if (resume && reason !== undefined)
      throw new UsageError(
        `--resume: ${reason}`,
        'Leave it away, or read files and write with -o FILE in CSV, TSV, JSON or NDJSON.',
      );
    const lexicon = manifest === undefined ? undefined : await lexiconOf(options);
    const opened = await openUnresumable(output, form, manifest !== undefined, options.shard === undefined);
    return { ...opened, options: resolved, lexicon };
  }
  const lexicon = await lexiconOf(options);
  const fingerprint = await fingerprintOf(inputs, resolved, lexicon.hash);
  const wanted = { target: targetOf(output), name: output, fingerprint, wantsResume: resume };
  const opened = await openJournaledRun(wanted, !resume && manifest === undefined);
  return { ...opened, options: resolved, lexicon };
}

/** Why a run cannot be gone on with, as a clause; undefined where it can. */
function whyNot(inputs: Inputs, { writer }: Form, output: string | undefined): string | undefined {
  if (output === undefined) return 'what goes to standard output cannot be gone on with';
  if (look(output)?.isFile() === false) return `${output} is no file`;
  if (writer.format === undefined) return 'a table is laid out at the end, and cannot be gone on with';
  for (const input of inputs) {
    if (isProblem(input) || (input.path !== '-' && input.content === undefined)) continue;
    return 'standard input, as any pipe, can be read but once';
  }
  return undefined;
}

type Opened = Omit<RunFile, 'options' | 'lexicon'>;

async function openJournaledRun(wanted: Wanted, isBrief: boolean): Promise<Opened> {
  const { openAccount } = await import('../batch/journal/account.ts');
  const { followCourse } = await import('../batch/journal/course.ts');
  const { openJournaled } = await import('../batch/journal/file.ts');
  const { partialOf } = await import('../batch/journal/partial.ts');
  const { cannot } = await import('../batch/journal/plan.ts');
  const { rhythm } = await import('../batch/journal/rhythm.ts');
  const { repeats } = await import('../batch/repeats.ts');
  const { name, wantsResume } = wanted;
  const file = openJournaled(wanted);
  const { last } = file;
  const ids = repeats(true);
  const account = openAccount(true);
  const course = followCourse(last, last?.isWhole === true, () => cannot(name, 'the input is another one'));
  const beat = rhythm();
  const step = (isEmpty: boolean, isWhole: boolean) =>
    file.step((extent) => account.step(extent, ids.taken(), isEmpty, isWhole));
  return {
    ...file,
    file: name,
    isResumable: true,
    draftOf: partialOf,
    ids,
    account,
    *before() {
      for (const one of file.before()) {
        ids.restore(one.ids);
        account.restore(one);
        yield one;
      }
    },
    tasks: (tasks, isOver) => (file.isFinished ? [] : course.follow(tasks, isOver)),
    accepts: ({ isCut }) => !isCut,
    pass({ index, bytes, sums = [] }, isEmpty) {
      account.pass(course.at(index), bytes);
      for (const sum of sums) account.sum(sum);
      if (beat.isDue()) beat.take(() => step(isEmpty, false));
    },
    isWhole: () => file.isFinished || course.isWhole(),
    end(isEmpty) {
      if (last?.isWhole) return last.file;
      // A short run promises nothing before its end.
      return isBrief && !file.hasSteps() ? file.measure() : step(isEmpty, true).file;
    },
    keep(isEmpty) {
      if (account.tasks() > (last?.tasks ?? 0)) step(isEmpty, false);
    },
    publish: () => file.publish(wantsResume),
    isKept: file.hasSteps,
  };
}

/** What can only be written in one go. */
async function openUnresumable(
  name: string | undefined,
  { writer }: Form,
  wantsHash: boolean,
  leavesDraft: boolean,
): Promise<Opened> {
  const { openAccount } = await import('../batch/journal/account.ts');
  const { partialOf } = await import('../batch/journal/partial.ts');
  const { refuseUnfinished } = await import('../batch/journal/plan.ts');
  const { repeats } = await import('../batch/repeats.ts');
  if (name !== undefined && leavesDraft) refuseUnfinished(targetOf(name), name);
  const plain = writer.id !== 'table';
  const output = openOutput(name, { plain, ...(leavesDraft && { draftOf: partialOf }) });
  const hash = createHash('sha256');
  let bytes = 0;
  const account = openAccount(false);
  return {
    write(piece) {
      output.write(piece);
      if (wantsHash) hash.update(piece);
      bytes += Buffer.byteLength(piece);
    },
    file: name ?? 'standard output',
    isResumable: false,
    ids: repeats(),
    before: () => [],
    resumed: 0,
    isFinished: false,
    account,
    tasks: (tasks) => tasks,
    accepts: () => true,
    pass() {
      if (name === undefined) output.flush();
    },
    isWhole: () => false,
    end: () => ({ bytes, sha256: hash.copy().digest('hex') }),
    keep: output.keep,
    publish: (broken) => (broken && name !== undefined ? output.keep() : output.close()),
    isKept: () => false,
    close: output.discard,
  };
}
