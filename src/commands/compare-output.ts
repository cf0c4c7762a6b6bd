import type { ComparedRow } from '../score/cohort/compare.ts';
import type { Cell, ColumnSpec } from '../write/writer.ts';
import type { Form } from './form.ts';
import { openOutput } from './output.ts';

/** Writes what was compared: a table for people, with what it means under it, or the rows of `compareColumns` for programs. */
export async function writeCompared(
  path: string | undefined,
  form: Form,
  rows: readonly ComparedRow[],
  names: readonly [string, string],
): Promise<void> {
  const { compareColumns, FEWEST, FINDINGS } = await import('../score/cohort/compare.ts');
  const { clean, wrap } = await import('../write/display.ts');
  const output = openOutput(path);
  try {
    for (const piece of form.writer.id === 'table' ? table() : records()) output.write(piece);
    output.close();
  } finally {
    output.discard();
  }

  function records(): Iterable<string> {
    const cells = rows.map((row) => compareColumns.map(({ name }) => row[name] ?? null));
    return form.writer.write(compareColumns, cells, form.options);
  }

  function* table(): Generator<string> {
    for (const [at, kind] of ['transcript', 'note'].entries()) {
      const mine = rows.filter((row) => row.kind === kind);
      if (mine.length === 0) continue;
      const noun = kind === 'note' ? 'notes' : 'visits';
      if (at > 0 && mine.length < rows.length) yield '\n';
      for (const [side, name] of names.entries())
        yield `${'AB'[side]}: ${clean(name)}, ${mine[0][side === 0 ? 'visits_a' : 'visits_b']} ${noun}\n`;
      const compared = mine.filter(({ finding }) => finding !== FINDINGS.few).length;
      if (compared === 0) {
        yield `${FINDINGS.few}\n`;
        continue;
      }
      yield '\n';
      yield* form.writer.write(
        SHOWN,
        mine.map((row) => cellsOf(row, FINDINGS.none)),
        form.options,
      );
      for (const line of footOf(compared, FEWEST)) {
        yield '\n';
        for (const part of wrap(line, form.options.width)) yield `${part}\n`;
      }
    }
  }
}

const SHOWN: readonly ColumnSpec[] = [
  { name: 'measure', type: 'text', rank: 0 },
  { name: 'n_a', type: 'count', short: 'n A', rank: 3 },
  { name: 'n_b', type: 'count', short: 'n B', rank: 3 },
  { name: 'median_a', type: 'ratio', short: 'median A', rank: 4 },
  { name: 'median_b', type: 'ratio', short: 'median B', rank: 4 },
  { name: 'difference', type: 'ratio', short: 'A – B, means [95 %]', rank: 5 },
  { name: 'g', type: 'ratio', short: 'g [95 %]', rank: 2 },
  { name: 'finding', type: 'text', short: 'difference', rank: 1 },
];

/** `none` is what a row says that shows no difference, too long for a table. */
function cellsOf(row: ComparedRow, none: string): Cell[] {
  return [
    row.measure,
    row.n_a,
    row.n_b,
    row.median_a ?? null,
    row.median_b ?? null,
    ranged(row.difference, row.difference_low, row.difference_high),
    ranged(row.hedges_g, row.g_low, row.g_high),
    row.finding === none ? 'none shown' : row.finding,
  ];
}

function ranged(value: Cell | undefined, low: Cell | undefined, high: Cell | undefined): string | null {
  if (typeof value !== 'number') return null;
  const end = (one: Cell | undefined, open: string) => (typeof one === 'number' ? fixed(one) : open);
  return `${fixed(value)} [${end(low, '−∞')}, ${end(high, '∞')}]`;
}

function fixed(value: number): string {
  return (Number(value.toFixed(2)) + 0).toFixed(2);
}

function footOf(measures: number, fewest: number): string[] {
  return [
    "Counts are per 1,000 words; figures that a flag doubts are left out. g is Hedges' g with its small-sample correction. " +
      'Intervals: percentiles of 10,000 bootstrap samples of visits, seeded, expanded for small samples; under ' +
      `${fewest} visits a side nothing is compared.`,
    `${measures} measures are compared: with so many, one interval in twenty leaves 0 out by chance. An aid to review and no ` +
      'verdict on a person.',
  ];
}
