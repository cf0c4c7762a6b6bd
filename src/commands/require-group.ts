import { UsageError } from '../problem.ts';

/** Throws UsageError where no visit belongs to a group of this name. */
export async function requireGroup(name: string, visits: readonly { readonly group?: string }[]): Promise<void> {
  const { isTelling } = await import('../read/columns.ts');
  const groups = [...new Set(visits.flatMap(({ group }) => group ?? []))].sort();
  if (groups.includes(name)) return;
  // Groups by a column of text would be what somebody said.
  const fix = isTelling(groups) && groups.length <= 20 ? `There are ${groups.join(', ')}.` : 'Check the name.';
  throw new UsageError(`${name}: no visit belongs to that group`, fix);
}
