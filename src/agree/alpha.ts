import { coders, type Ratings } from './ratings.ts';

/**
 * Krippendorff's alpha for nominal data, any number of coders, missing ratings allowed: units with fewer than two ratings
 * are left out. Undefined where nothing can be paired or all ratings are one category.
 * Source: Krippendorff 2011, Computing Krippendorff's alpha-reliability, section C.
 */
export function alpha(ratings: readonly Ratings[]): number | undefined {
  const totals: number[] = [];
  let alike = 0;
  for (const unit of ratings) {
    const m = coders(unit);
    if (m < 2) continue;
    unit.counts.forEach((count, category) => {
      totals[category] = (totals[category] ?? 0) + count * unit.units;
      alike += (unit.units * count * (count - 1)) / (m - 1);
    });
  }
  const n = totals.reduce((a, b) => a + b, 0);
  const expected = totals.reduce((sum, total) => sum + total * (n - total), 0);
  return expected > 0 ? 1 - ((n - 1) * (n - alike)) / expected : undefined;
}
