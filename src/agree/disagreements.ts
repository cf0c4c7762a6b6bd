import type { Role } from '../visit.ts';
import type { CodeRow } from './fold.ts';
import { byTurn, canCarry, type PlacedMoment, type Sample } from './sample.ts';

/** A turn that some coders gave a code and others did not. */
export interface Disagreement {
  readonly visit: string;
  readonly turn: string;
  readonly role: Role;
  readonly code: string;
  readonly givenBy: readonly string[];
  readonly notGivenBy: readonly string[];
  /** The moments of those who gave it. */
  readonly moments: readonly PlacedMoment[];
  readonly text: string;
  /** What was said before it: a reflection can be judged by nothing else. */
  readonly before: string;
}

/** Every disagreement on a code that was given, in order of visits and turns, then of codes. */
export function disagreements(sample: Sample, rows: readonly CodeRow[]): Disagreement[] {
  const found: Disagreement[] = [];
  const given = rows.filter((row) => row.given);
  const moments = byTurn(sample, () => true);
  sample.visits.forEach((visit, at) => {
    visit.turns.forEach((turn, position) => {
      const lists = moments.get(at)?.get(turn.id);
      if (!lists) return;
      const out = sample.missing.get(at)?.get(turn.id) ?? [];
      for (const row of given) {
        if (!canCarry(turn.role, row.speaker)) continue;
        const here = lists.map((list) => list.filter((moment) => row.has(moment.code)));
        const names = (says: boolean) =>
          sample.coders.filter((_, i) => !out.includes(i) && here[i].length > 0 === says);
        const [givenBy, notGivenBy] = [names(true), names(false)];
        if (givenBy.length === 0 || notGivenBy.length === 0) continue;
        found.push({
          visit: visit.id,
          turn: turn.id,
          role: turn.role,
          code: row.label,
          givenBy,
          notGivenBy,
          moments: here.flat(),
          text: turn.text,
          before: visit.turns[position - 1]?.text ?? '',
        });
      }
    });
  });
  return found;
}
