import type { Visit } from '../visit.ts';
import { type Coding, isUnder } from './codings.ts';
import { canCarry } from './sample.ts';

/** Moments that count for less than their coder meant. */
export interface Strays {
  /** Of visits that are not in the text: they count for nothing. */
  readonly visits: number;
  /** Of turns that their visit does not have: they count for the number of moments alone. */
  readonly turns: number;
  /** Of turns of somebody who cannot earn the code: they count for the number of moments alone. */
  readonly roles: number;
}

/** Counts the moments of a coding that have no place in the visits. */
export function straysOf(visits: readonly Visit[], coding: Coding): Strays {
  const index = new Map(visits.map((visit) => [visit.id, new Map(visit.turns.map((turn) => [turn.id, turn.role]))]));
  const strays = { visits: 0, turns: 0, roles: 0 };
  for (const { visit, turn, code } of coding.moments) {
    const turns = index.get(visit);
    const role = turns?.get(turn);
    if (!turns) strays.visits++;
    else if (role === undefined) strays.turns++;
    else if (!canCarry(role, isUnder(code, 'patient') ? 'patient' : 'clinician')) strays.roles++;
  }
  return strays;
}
