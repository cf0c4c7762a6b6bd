import type { CodeRow } from './fold.ts';
import { matches } from './overlap.ts';
import { byTurn, canCarry, type PlacedMoment, type Sample } from './sample.ts';

/**
 * What one code adds up to in every visit, so that the statistics of any choice of visits are those of a sum. A visit's sums
 * stand one after the other: for each pair of coders tp, fp, fn, tn; then how many units m coders rated and k of them gave
 * the code, at m × (coders + 1) + k; then moments matched, the first coder's, the second's.
 * Visits in which nobody gave the code and nobody left a turn out are not kept: all their units are `quiet`.
 */
export interface Tally {
  readonly coders: number;
  /** Units of every visit. */
  readonly units: Uint32Array;
  /** The visits that are kept. */
  readonly visits: readonly number[];
  /** `width` sums a kept visit, less what its units would be if all were quiet. */
  readonly sums: Float64Array;
  readonly width: number;
  /** Moments of each coder by visit. */
  readonly counts: readonly Float64Array[];
}

/** Pairs of coders, in the order of a tally's sums. */
export function pairsOf(coders: number): [number, number][] {
  return Array.from({ length: coders }, (_, a) => a).flatMap((a) =>
    Array.from({ length: coders - a - 1 }, (_, i): [number, number] => [a, a + 1 + i]),
  );
}

/** Where the numbers of units rated by m and given by k coders begin in the sums, and where those of moments do. */
export function layoutOf(coders: number): { patterns: number; moments: number; width: number } {
  const patterns = 2 * coders * (coders - 1);
  const moments = patterns + (coders + 1) ** 2;
  return { patterns, moments, width: moments + 3 };
}

/** Adds one code up. */
export function tallyOf(sample: Sample, row: CodeRow): Tally {
  const coders = sample.coders.length;
  const pairs = pairsOf(coders);
  const { patterns, moments, width } = layoutOf(coders);
  const units = Uint32Array.from(
    sample.visits,
    (visit) => visit.turns.filter((turn) => canCarry(turn.role, row.speaker)).length,
  );
  const given = byTurn(sample, row.has);
  const counts = sample.coders.map((_, coder) => {
    const own = new Float64Array(sample.visits.length);
    for (const [at, turns] of given) for (const lists of turns.values()) own[at] += lists[coder].length;
    return own;
  });
  const visits = [...new Set([...given.keys(), ...sample.missing.keys()])].sort((a, b) => a - b);
  const sums = new Float64Array(visits.length * width);
  visits.forEach((at, i) => {
    const sum = sums.subarray(i * width, (i + 1) * width);
    const turns = given.get(at);
    const missing = sample.missing.get(at);
    for (const turn of sample.visits[at].turns) {
      const lists = turns?.get(turn.id);
      const out = missing?.get(turn.id) ?? [];
      if ((lists || out.length > 0) && canCarry(turn.role, row.speaker)) addUnit(sum, lists, out);
    }
    if (coders !== 2 || !turns) return;
    for (const [first, second] of turns.values()) {
      sum[moments] += matches(first.map(quoteOf), second.map(quoteOf));
      sum[moments + 1] += first.length;
      sum[moments + 2] += second.length;
    }
  });
  return { coders, units, visits, sums, width, counts };

  /** Takes a unit out of the quiet ones and puts it where it belongs. */
  function addUnit(sum: Float64Array, lists: readonly unknown[][] | undefined, out: readonly number[]): void {
    const says = (coder: number) => (lists?.[coder].length ?? 0) > 0;
    const rated = sample.coders.flatMap((_, coder) => (out.includes(coder) ? [] : [coder]));
    pairs.forEach(([a, b], pair) => {
      sum[4 * pair + 3]--;
      if (out.includes(a) || out.includes(b)) return;
      sum[4 * pair + (says(a) ? (says(b) ? 0 : 2) : says(b) ? 1 : 3)]++;
    });
    sum[patterns + coders * (coders + 1)]--;
    sum[patterns + rated.length * (coders + 1) + rated.filter(says).length]++;
  }
}

const quoteOf = (moment: PlacedMoment) => moment.quote;

/** The sums over visits, each as often as `times` says; all visits once without it. */
export function total(tally: Tally, quietUnits: number, into: Float64Array, times?: Uint32Array): Float64Array {
  const { coders, width, sums, visits } = tally;
  into.fill(0);
  for (let i = 0, at = 0; i < visits.length; i++, at += width) {
    const weight = times ? times[visits[i]] : 1;
    if (weight === 0) continue;
    for (let j = 0; j < width; j++) into[j] += weight * sums[at + j];
  }
  const { patterns } = layoutOf(coders);
  for (let j = 3; j < patterns; j += 4) into[j] += quietUnits;
  into[patterns + coders * (coders + 1)] += quietUnits;
  return into;
}

/** Units of all visits, each as often as `times` says. */
export function unitsOf({ units }: Tally, times?: Uint32Array): number {
  let sum = 0;
  for (let visit = 0; visit < units.length; visit++) sum += units[visit] * (times ? times[visit] : 1);
  return sum;
}
