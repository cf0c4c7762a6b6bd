import type { Confusion } from './confusion.ts';

/**
 * Cohen's kappa of a square table, a row a category of the first coder, a column a category of the second: agreement beyond
 * what the two coders' own frequencies would give by chance. Undefined without units, and where both use one category alone.
 * Source: Cohen 1960, A coefficient of agreement for nominal scales.
 */
export function kappa(table: readonly (readonly number[])[]): number | undefined {
  let n = 0;
  let alike = 0;
  let chance = 0;
  table.forEach((row, i) => {
    let first = 0;
    let second = 0;
    for (let j = 0; j < table.length; j++) {
      first += row[j];
      second += table[j][i];
    }
    n += first;
    alike += row[i];
    chance += first * second;
  });
  if (n === 0) return undefined;
  const observed = alike / n;
  const expected = chance / n / n;
  return expected < 1 ? (observed - expected) / (1 - expected) : undefined;
}

/** Cohen's kappa of yes and no. */
export function kappaOf({ tp, fp, fn, tn }: Confusion): number | undefined {
  return kappa([
    [tp, fn],
    [fp, tn],
  ]);
}
