import { closeSync, fsyncSync, openSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { attempt, syncFolder, writeAll } from '../../disk.ts';
import type { Problem } from '../../problem.ts';
import type { Ids } from '../repeats.ts';
import type { Sum } from '../sums.ts';
import type { Fingerprint } from './fingerprint.ts';
import { lineOf, linesIn } from './lines.ts';
import { type Owner, ourselves } from './owner.ts';
import type { Extent } from './partial.ts';

/** Version of the layout. */
const LAYOUT = 1;

/** The first line: what run it is. */
interface Head {
  readonly journal: number;
  readonly fingerprint: Fingerprint;
}

/** A Problem that was told, and where in the program it arose, if it is a fault of ours. */
export interface Told {
  readonly problem: Problem;
  readonly trace?: string;
}

/** How far a run has come, counted from its beginning. */
export interface Totals {
  /** Tasks that are done; all of their rows are in the file under way. */
  readonly tasks: number;
  /** A hash over those tasks, each by its inputs. */
  readonly course: string;
  /** Bytes of the inputs. */
  readonly read: number;
  readonly visits: number;
  readonly rows: number;
  readonly seconds: number;
  /** Whether no visit has a row yet. */
  readonly isEmpty: boolean;
}

/** A line: how far the run has come, and what is new since the line before. */
export interface Step extends Totals {
  /** The file under way; what is behind is cut off before the run goes on. */
  readonly file: Extent;
  /** The ids that are new. */
  readonly ids: Ids;
  readonly told: readonly Told[];
  /** Visits that bear a mark. */
  readonly marked: readonly string[];
  /** Input files, where their hashes are wanted. */
  readonly sums: readonly Sum[];
  /** The file is whole. */
  readonly isWhole?: true;
}

/** What a journal holds. */
export interface Kept {
  /** Written in a layout that is not ours: nothing else of it is known. */
  readonly isForeign?: true;
  readonly fingerprint: Fingerprint;
  readonly owner: Owner;
  /** The last step whose rows are all there. */
  readonly last?: Step;
  /** Where the line of that step ends in the journal. */
  readonly end: number;
  /** How often the run has been begun or gone on with. */
  readonly sessions: number;
}

/** Writes a journal. Throws OutputError. */
export interface Journal {
  readonly add: (step: Step) => void;
  readonly close: () => void;
}

/** The name of a run's journal. */
export function journalOf(target: string): string {
  return `${target}.journal`;
}

const FOREIGN: Kept = {
  isForeign: true,
  fingerprint: { version: '', lexicon: '', options: {}, inputs: { count: 0, groups: [] } },
  owner: { host: '', pid: 0 },
  end: 0,
  sessions: 0,
};

/**
 * Reads a journal, of whose run the file has `size` bytes; undefined where it holds nothing that we wrote. Throws as node
 * does.
 */
export function readJournal(path: string, size: number): Kept | undefined {
  let fingerprint: Fingerprint | undefined;
  let owner: Owner | undefined;
  let last: Step | undefined;
  let whole = 0;
  let sessions = 0;
  for (const { record, end } of linesIn(path)) {
    if ('journal' in record) {
      if ((record as Head).journal !== LAYOUT) return FOREIGN;
      fingerprint = (record as Head).fingerprint;
    } else if ('pid' in record) {
      owner = record as Owner;
      sessions += 1;
    } else if ((record as Step).file.bytes <= size) last = record as Step;
    else break;
    whole = end;
  }
  return fingerprint && owner && { fingerprint, owner, last, end: whole, sessions };
}

/** The steps of a journal up to where it is whole, in order. */
export function* stepsOf(path: string, until: number): Generator<Step> {
  for (const { record, end } of linesIn(path)) {
    if (end > until) return;
    if ('file' in record) yield record as Step;
  }
}

/** Begins a journal. `name` is the run's file as the user calls it, for errors. */
export function beginJournal(path: string, name: string, fingerprint: Fingerprint): Journal {
  const head: Head = { journal: LAYOUT, fingerprint };
  return writeTo(path, name, 'wx', lineOf(head));
}

/** Goes on with a journal after byte `end`. */
export function resumeJournal(path: string, name: string, end: number): Journal {
  attempt(name, () => truncateSync(path, end));
  return writeTo(path, name, 'a', '');
}

/** The owner's line is not waited for: until there is a step, nothing can be gone on with. */
function writeTo(path: string, name: string, flag: string, head: string): Journal {
  const file = attempt(name, () => openSync(path, flag));
  attempt(name, () => writeAll(file, Buffer.from(head + lineOf(ourselves()))));
  let isNew = true;
  let isOpen = true;
  return {
    add(step) {
      attempt(name, () => {
        writeAll(file, Buffer.from(lineOf(step)));
        fsyncSync(file);
        if (isNew) syncFolder(dirname(path));
      });
      isNew = false;
    },
    close() {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
}
