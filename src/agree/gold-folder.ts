import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '../visit.ts';
import { isUnder } from './codings.ts';

/** Visits, their codings, and the codes that these visits were coded for. */
export interface GoldSet {
  readonly kind: Kind;
  /** Files of codings. */
  readonly codings: readonly string[];
  /** Folders of labelled text, or of notes. */
  readonly texts: readonly string[];
  /** The codes that are measured turn by turn on this set. */
  readonly covers: (code: string) => boolean;
  /** Coded for every code, so that a visit's whole score can be compared. */
  readonly whole: boolean;
}

const isRare = (code: string) => ['empathy', 'sdm', 'patient'].some((family) => isUnder(code, family));

/**
 * The sets of a gold folder, or undefined where a folder is none: `visits.csv` with `visits/`, coded for every code; `rare.csv`
 * with `rare/`, for empathy, shared decisions and the patient's part alone, which then are measured on both; `notes.csv`
 * with `notes/`.
 */
export function goldSets(folder: string): GoldSet[] | undefined {
  const has = (name: string) => existsSync(join(folder, name)) && existsSync(join(folder, `${name}.csv`));
  const set = (
    kind: Kind,
    names: readonly string[],
    whole: boolean,
    covers: GoldSet['covers'] = () => true,
  ): GoldSet => ({
    kind,
    codings: names.map((name) => join(folder, `${name}.csv`)),
    texts: names.map((name) => join(folder, name)),
    whole,
    covers,
  });
  const sets: GoldSet[] = [];
  if (has('visits')) sets.push(set('transcript', ['visits'], true, has('rare') ? (code) => !isRare(code) : undefined));
  if (has('rare')) sets.push(set('transcript', has('visits') ? ['visits', 'rare'] : ['rare'], false, isRare));
  if (has('notes')) sets.push(set('note', ['notes'], true));
  return sets.length > 0 ? sets : undefined;
}
