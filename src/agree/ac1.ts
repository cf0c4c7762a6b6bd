import { coders, type Ratings } from './ratings.ts';

/**
 * Gwet's AC1, any number of coders, missing ratings allowed: agreement beyond chance where chance is taken to lie in the
 * units that are hard to rate, so that a rare code does not push it down as it does kappa. Units with one rating count
 * towards the categories' frequencies alone. Undefined where no unit has two ratings or there is one category.
 * Source: Gwet 2008, Computing inter-rater reliability and its variance in the presence of high agreement.
 */
export function ac1(ratings: readonly Ratings[]): number | undefined {
  const shares: number[] = [];
  let rated = 0;
  let paired = 0;
  let alike = 0;
  for (const unit of ratings) {
    const m = coders(unit);
    if (m === 0) continue;
    rated += unit.units;
    if (m > 1) paired += unit.units;
    unit.counts.forEach((count, category) => {
      shares[category] = (shares[category] ?? 0) + (unit.units * count) / m;
      if (m > 1) alike += (unit.units * count * (count - 1)) / (m * (m - 1));
    });
  }
  if (paired === 0 || shares.length < 2) return undefined;
  const chance = shares.reduce((sum, share) => sum + (share / rated) * (1 - share / rated), 0) / (shares.length - 1);
  return (alike / paired - chance) / (1 - chance);
}
