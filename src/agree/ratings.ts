/** Units that were rated alike: how many coders chose each category, and how many such units there are. */
export interface Ratings {
  /** An entry a category; a coder who left the unit out is in none. */
  readonly counts: readonly number[];
  readonly units: number;
}

/** How many coders rated such a unit. */
export function coders(ratings: Ratings): number {
  return ratings.counts.reduce((a, b) => a + b, 0);
}

/**
 * A matrix of values, a row a coder and a column a unit, undefined where a coder left a unit out, as one `Ratings` a unit.
 * The categories are the values that occur.
 */
export function ratingsOf(matrix: readonly (readonly (string | number | undefined)[])[]): Ratings[] {
  const categories = [...new Set(matrix.flat())].filter((value) => value !== undefined);
  return (matrix[0] ?? []).map((_, unit) => ({
    counts: categories.map((category) => matrix.filter((row) => row[unit] === category).length),
    units: 1,
  }));
}
