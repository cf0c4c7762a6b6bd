import type { Visit } from '../visit.ts';
import { type CodedMoment, type Coding, turnKey } from './codings.ts';

/** A moment with its place among the visits of a sample. */
export interface PlacedMoment extends CodedMoment {
  /** Index of the visit in the sample. */
  readonly at: number;
}

/** Visits and what each coder coded in them. */
export interface Sample {
  readonly visits: readonly Visit[];
  readonly coders: readonly string[];
  /** A list a coder, in the coding's own order; moments of other visits are left out. */
  readonly moments: readonly (readonly PlacedMoment[])[];
  /** For each visit the turns that a coder left out, with the coders' indices. */
  readonly missing: ReadonlyMap<number, ReadonlyMap<string, readonly number[]>>;
}

/** Brings codings to the visits that they are compared on. A moment of a note does not count for a transcript of its id. */
export function sampleOf(visits: readonly Visit[], codings: readonly Coding[]): Sample {
  const index = new Map(visits.map((visit, at) => [visit.id, at]));
  const moments = codings.map((coding) =>
    coding.moments.flatMap((moment) => {
      const at = index.get(moment.visit);
      if (at === undefined || (moment.kind !== undefined && moment.kind !== visits[at].kind)) return [];
      return [{ ...moment, at }];
    }),
  );
  const missing = new Map<number, Map<string, number[]>>();
  if (codings.some((coding) => coding.missing.size > 0)) {
    visits.forEach((visit, at) => {
      for (const turn of visit.turns) {
        const out = codings.flatMap((coding, i) => (coding.missing.has(turnKey(visit.id, turn.id)) ? [i] : []));
        if (out.length === 0) continue;
        if (!missing.has(at)) missing.set(at, new Map());
        missing.get(at)?.set(turn.id, out);
      }
    });
  }
  return { visits, coders: codings.map((coding) => coding.name), moments, missing };
}

/** The moments of some codes by visit and turn, a list a coder. */
export function byTurn(sample: Sample, has: (code: string) => boolean): Map<number, Map<string, PlacedMoment[][]>> {
  const visits = new Map<number, Map<string, PlacedMoment[][]>>();
  sample.moments.forEach((list, coder) => {
    for (const moment of list) {
      if (!has(moment.code)) continue;
      const turns = visits.get(moment.at) ?? new Map<string, PlacedMoment[][]>();
      const lists = turns.get(moment.turn) ?? sample.coders.map(() => []);
      lists[coder].push(moment);
      visits.set(moment.at, turns.set(moment.turn, lists));
    }
  });
  return visits;
}

/** Whether a turn can carry a code of this speaker; every line of a note can carry any. */
export function canCarry(role: string, speaker: 'clinician' | 'patient'): boolean {
  return role === speaker || role === 'note';
}
