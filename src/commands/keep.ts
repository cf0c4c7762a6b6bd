import type { Cell, ColumnSpec } from '../write/writer.ts';

/** The input's own columns that are carried through, after ours. */
export interface Kept {
  readonly columns: readonly ColumnSpec[];
  readonly cells: (extra: Extra) => readonly Cell[];
  readonly record: (extra: Extra) => Readonly<Record<string, Cell>>;
}

type Extra = Readonly<Record<string, string>> | undefined;

/** Carries columns through by name; one that bears the name of ours is called `input_NAME`. */
export async function keptBy(names: readonly string[], ours: readonly ColumnSpec[]): Promise<Kept> {
  const { keptColumns } = await import('../score/rows.ts');
  const taken = new Set(ours.map(({ name }) => name));
  const wanted = [...new Set(names)];
  const columns = keptColumns(wanted.map((name) => (taken.has(name) ? `input_${name}` : name)));
  const cells = (extra: Extra) => wanted.map((name) => (extra && Object.hasOwn(extra, name) ? extra[name] : null));
  return {
    columns,
    cells,
    record(extra) {
      const values = cells(extra);
      return Object.fromEntries(columns.map(({ name }, at) => [name, values[at]]));
    },
  };
}
