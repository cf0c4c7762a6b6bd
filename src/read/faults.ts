import type { Problem } from '../problem.ts';

/** What is wrong with one piece of a visit, apart from where it stands. */
export type Fault = Readonly<Pick<Problem, 'code' | 'what' | 'fix'>>;

/** The faults of one visit: of each kind the first, and how many more; a column left empty is told once. */
export type Faults = Map<string, { readonly problem: Problem; more: number }>;

export function addFault(faults: Faults, problem: Problem): void {
  const known = faults.get(problem.code);
  if (known) known.more++;
  else faults.set(problem.code, { problem, more: 0 });
}

export function* problemsOf(faults: Faults): Generator<Problem> {
  for (const { problem, more } of faults.values()) {
    yield more === 0 ? problem : { ...problem, what: `${problem.what}; the same holds of ${more} more in this visit` };
  }
}
