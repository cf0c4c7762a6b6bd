import { rmSync } from 'node:fs';
import { attempt, look } from '../../disk.ts';
import { UsageError } from '../../problem.ts';
import { differs, type Fingerprint } from './fingerprint.ts';
import { journalOf, type Kept, readJournal, type Step } from './journal.ts';
import { isAlive } from './owner.ts';
import { hashOf, partialOf } from './partial.ts';

/** How a run begins. */
export type Plan =
  | { readonly kind: 'new' }
  /** Goes on behind the last step of a journal, of which `end` bytes are whole. */
  | { readonly kind: 'resumed'; readonly last: Step; readonly end: number; readonly sessions: number }
  /** The file is there, and is what the run would write. */
  | { readonly kind: 'finished'; readonly last: Step; readonly end: number; readonly sessions: number };

/** A run that wants to write `target`, which the user calls `name`. */
export interface Wanted {
  readonly target: string;
  readonly name: string;
  readonly fingerprint: Fingerprint;
  readonly wantsResume: boolean;
}

/**
 * Decides by what is left of a run before. A run that was broken off is never written over: it is gone on with, or UsageError says
 * what is in the way. Where no row was finished there is nothing to lose.
 */
export function planRun(wanted: Wanted): Plan {
  const { target, name, fingerprint, wantsResume } = wanted;
  const partial = look(partialOf(target));
  const kept = attempt(name, () =>
    look(journalOf(target)) ? readJournal(journalOf(target), sizeOf(target)) : undefined,
  );
  if (kept && !kept.last?.isWhole && isAlive(kept.owner)) {
    const what = `another run is writing ${name} (process ${kept.owner.pid})`;
    throw new UsageError(what, 'Wait for its end, or write to another file.');
  }
  if (!partial) return kept?.last?.isWhole && wantsResume ? finished(target, fingerprint, kept) : clear(target, name);
  if (!look(journalOf(target))) {
    const what = `${partialOf(name)} is there, and no journal of a run that wrote it`;
    throw new UsageError(what, 'Move it away, or write to another file.');
  }
  if (!kept) return clear(target, name);
  return unfinished(wanted, kept);
}

function sizeOf(target: string): number {
  return (look(partialOf(target)) ?? look(target))?.size ?? 0;
}

function unfinished({ target, name, fingerprint, wantsResume }: Wanted, kept: Kept): Plan {
  const { last, end, sessions, isForeign } = kept;
  if (!last && !isForeign) return clear(target, name);
  if (!wantsResume) throw unasked(name, last);
  const difference = isForeign
    ? 'it was written by another version of bedside'
    : differs(fingerprint, kept.fingerprint);
  if (difference !== undefined || !last) throw cannot(name, String(difference));
  if (attempt(name, () => hashOf(partialOf(target), last.file.bytes)) !== last.file.sha256)
    throw cannot(name, `${partialOf(name)} was changed by someone else`);
  return { kind: 'resumed', last, end, sessions };
}

/** Throws UsageError where a run to `target` was broken off that could be gone on with, but not by the one that is begun now. */
export function refuseUnfinished(target: string, name: string): void {
  if (!look(partialOf(target)) || !look(journalOf(target))) return;
  const kept = attempt(name, () => readJournal(journalOf(target), sizeOf(target)));
  if (kept?.last || kept?.isForeign) throw unasked(name, kept.last);
}

function unasked(name: string, last: Step | undefined): UsageError {
  const what = `${partialOf(name)} holds a run that was broken off${last ? `, ${visits(last.visits)} of it` : ''}`;
  return new UsageError(what, `Go on with that run: --resume. Or remove ${partialOf(name)} to begin anew.`);
}

/** The refusal to go on with a run, for a reason. */
export function cannot(name: string, why: string): UsageError {
  const fix = `Run it as before, or remove ${partialOf(name)} to begin anew.`;
  return new UsageError(`--resume cannot go on with ${partialOf(name)}: ${why}`, fix);
}

/** A file that was finished is only written again where it is not what it would be. */
function finished(target: string, fingerprint: Fingerprint, { fingerprint: before, last, end, sessions }: Kept): Plan {
  const isSame =
    last !== undefined &&
    differs(fingerprint, before) === undefined &&
    look(target)?.size === last.file.bytes &&
    attempt(target, () => hashOf(target, last.file.bytes)) === last.file.sha256;
  return isSame ? { kind: 'finished', last, end, sessions } : clear(target, target);
}

/** Takes a journal away that nothing depends on. */
function clear(target: string, name: string): Plan {
  attempt(name, () => rmSync(journalOf(target), { force: true }));
  return { kind: 'new' };
}

function visits(count: number): string {
  return count === 1 ? '1 visit' : `${count} visits`;
}
