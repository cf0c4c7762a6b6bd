import type { Problem } from '../problem.ts';
import type { Kind } from '../visit.ts';
import type { Input } from './inputs.ts';
import type { Place } from './parts/part.ts';
import type { Sum } from './sums.ts';

/** A part of a file, cut at the end of a record; plain data, as all here, so that it can be sent to a worker. */
export interface Slice extends Input {
  /** Bytes of the file, `to` exclusive. Without `part` the whole file is meant. */
  readonly part?: {
    readonly from: number;
    readonly to: number;
    /** What its reader must know of what stands before; made by the reader's own cutter, and never looked at here. */
    readonly before: unknown;
  };
  /** The bytes themselves, where there is no file to read them from: a piece of standard input. */
  readonly content?: Uint8Array;
  /** The hash of the whole file, with its first part, where it is wanted. */
  readonly sum?: Sum;
}

/** Some 150 visits, or about half a megabyte of them. */
export interface Task {
  /** 0-based, in the order of the inputs. */
  readonly index: number;
  readonly inputs: readonly (Slice | Problem)[];
  readonly bytes: number;
}

/** What became of one visit, or of what should have been one: with both, the visit's roles, say, could not be told. */
export interface Item {
  readonly visit?: {
    readonly id: string;
    readonly kind: Kind;
    readonly source: string;
    readonly at?: string;
    /** Its turns are rows or lines that name it. */
    readonly inRows?: boolean;
    /** Which of the columns that are carried through it has; undefined where none is. */
    readonly kept?: readonly string[];
  };
  readonly problem?: Problem;
  /** Where its share of `text` (in bytes) or of `rows` ends; it begins where that of the item before ends. */
  readonly end: number;
  /** How many things are shown of the visit: rows, or what would be one (moments, cues) in its object. */
  readonly shown?: number;
  /** With a Problem that is a fault of ours: where in the program, without a word of what was read. */
  readonly trace?: string;
  /** In a shard its place in the whole run, its item counted from the task's part of the input on. */
  readonly place?: Place;
  /** A word on the visit that the command wants to hear at the end. */
  readonly mark?: string;
}

/** A task that is done. */
export interface Done {
  readonly index: number;
  readonly bytes: number;
  readonly items: readonly Item[];
  /** The rows as they are written, in UTF-8. */
  readonly text: Uint8Array;
  /** Instead of `text`, rows for a format that is laid out over all of them. */
  readonly rows?: readonly (readonly (string | number | null)[])[];
  /** In a shard the input that was read last, and how many items of it, those of other shards too. */
  readonly last?: Place;
  /** The run was over before all of the task was done. */
  readonly isCut?: true;
  /** The files that were read whole, where their hashes are wanted. */
  readonly sums?: readonly Sum[];
}

/** What a work is about to do: read on in an input, or work on a visit that it has read. */
export interface Step {
  /** Index in the task's inputs. */
  readonly input: number;
  readonly visit?: Item['visit'];
}

/** Says yes to a step where undefined: else the step is left out, as what killed a worker, or nothing more is done. */
export type Reply = 'skip' | 'stop' | undefined;

/** Does one task; it asks before every step. */
export type Perform = (task: Task) => Generator<Step, Done, Reply>;

/** The work as a module: what `begin` sets up once (rules, say) serves all tasks of a worker. */
export interface WorkModule {
  readonly begin: (options: unknown) => Promise<Perform>;
}

/** What is done to every visit; this folder knows no more of it. */
export interface Work {
  /** Where a worker finds the module: a CommonJS file. */
  readonly path: string;
  /** The same module for the thread that we are in. */
  readonly load: () => Promise<WorkModule>;
  /** Plain data. */
  readonly options: unknown;
}
