import { rmSync } from 'node:fs';
import { attempt } from '../../disk.ts';
import { beginJournal, type Journal, journalOf, resumeJournal, type Step, stepsOf } from './journal.ts';
import { type Extent, openPartial, type Partial, partialOf } from './partial.ts';
import { planRun, type Wanted } from './plan.ts';

/** The file of a run, and the journal of it. All throw OutputError. */
export interface JournaledFile {
  readonly write: Partial['write'];
  /** The last step of the run that is gone on with. */
  readonly last?: Step;
  /** The steps of that run, in order. */
  readonly before: () => Iterable<Step>;
  /** How often it was broken off. */
  readonly resumed: number;
  /** The file stood there whole under its name: nothing is to be written. */
  readonly isFinished: boolean;
  /** Makes all that was written last, and then says in the journal that it is there. */
  readonly step: (make: (file: Extent) => Step) => Step;
  /** Gives the file its name. The journal goes, unless a later run is to see by it that this one is finished. */
  readonly publish: (keepsJournal: boolean) => void;
  /** All of the file is written, and nothing was to be kept of it until now: says what it is. */
  readonly measure: () => Extent;
  /** Whether there is a step to go on from. */
  readonly hasSteps: () => boolean;
  /** Leaves both as they are, to be gone on with; takes them away where there is nothing to go on with. */
  readonly close: () => void;
}

/** Opens a run's file: anew, or where it was broken off. Throws UsageError where something is in the way. */
export function openJournaled(wanted: Wanted): JournaledFile {
  const { target, name, fingerprint } = wanted;
  const path = journalOf(target);
  const plan = planRun(wanted);
  const about = plan.kind === 'new' ? { resumed: 0 } : { last: plan.last, resumed: plan.sessions };
  const before = () => (plan.kind === 'new' ? [] : stepsOf(path, plan.end));
  if (plan.kind === 'finished') {
    const none = () => {
      throw new Error('a file that is finished is not written');
    };
    const hasSteps = () => true;
    return {
      ...about,
      before,
      isFinished: true,
      write: none,
      step: none,
      measure: none,
      hasSteps,
      publish() {},
      close() {},
    };
  }
  const journal: Journal =
    plan.kind === 'new' ? beginJournal(path, name, fingerprint) : resumeJournal(path, name, plan.end);
  let hasSteps = plan.kind === 'resumed';
  const partial = openOr(
    () => journal.close(),
    hasSteps ? undefined : path,
    () => openPartial(target, name, plan.kind === 'resumed' ? plan.last.file.bytes : undefined),
  );
  return {
    ...about,
    before,
    isFinished: false,
    write: partial.write,
    step(make) {
      const step = make(partial.sync());
      journal.add(step);
      hasSteps = true;
      return step;
    },
    publish(keepsJournal) {
      partial.publish();
      journal.close();
      if (keepsJournal) return;
      // Should it come back after all, it tells no lie.
      attempt(name, () => rmSync(path, { force: true }));
    },
    measure: partial.sync,
    hasSteps: () => hasSteps,
    close() {
      partial.close();
      journal.close();
      if (hasSteps) return;
      rmSync(partialOf(target), { force: true });
      rmSync(path, { force: true });
    },
  };
}

/** What cannot be opened leaves no journal of it behind. */
function openOr(close: () => void, remove: string | undefined, open: () => Partial): Partial {
  try {
    return open();
  } catch (error) {
    close();
    if (remove !== undefined) rmSync(remove, { force: true });
    throw error;
  }
}
