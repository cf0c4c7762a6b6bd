import { INDICES } from '../lexicon/scoring.ts';
import type { Scoring, Weight } from '../lexicon/types.ts';
import type { Measures } from './measures.ts';

/** Adds the four indices, 0 to 100, to the columns before them, in the order of the columns. */
export function addIndices(measures: Measures, scoring: Scoring): void {
  for (const index of INDICES)
    measures[index] = hadOccasion(index, measures) ? weightedMean(scoring.indices[index], measures) : null;
}

/**
 * Weighted mean of the columns, each scaled in a straight line from 0 at `zero` to 100 at `full` and cut off there. An empty
 * column drops out and the rest share its weight; with under half of the weight left the mean is empty.
 */
export function weightedMean(weights: readonly Weight[], measures: Measures): number | null {
  let all = 0;
  let left = 0;
  let sum = 0;
  for (const { column, weight, zero, full } of weights) {
    all += weight;
    const value = measures[column] ?? null;
    if (value === null) continue;
    left += weight;
    sum += weight * Math.min(1, Math.max(0, (value - zero) / (full - zero)));
  }
  return left === 0 || left * 2 < all ? null : (100 * sum) / left;
}

/** Empathy needs a cue or an act of empathy to be judged; shared decisions, talk of one or a patient's preference. */
function hadOccasion(index: string, m: Measures): boolean {
  if (index === 'empathy_index') return m.empathy !== null && above(m.patient_cues, m.empathy);
  if (index === 'sdm_index') {
    return (
      m.sdm !== null &&
      above(m.sdm_choice, m.sdm_options, m.sdm_tradeoffs, m.sdm_preferences, m.sdm_agree, m.patient_preferences)
    );
  }
  return true;
}

function above(...counts: (number | null | undefined)[]): boolean {
  return counts.some((n) => (n ?? 0) > 0);
}
