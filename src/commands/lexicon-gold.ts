import { UsageError } from '../problem.ts';
import type { Cell, ColumnSpec } from '../write/writer.ts';
import type { Terminal } from './command.ts';
import type { ListingOptions } from './rows.ts';
import type { Rules } from './rules.ts';

const COLUMNS: readonly ColumnSpec[] = [
  { name: 'rule', type: 'text', rank: 0 },
  { name: 'in', type: 'text', rank: 2 },
  { name: 'measured_by', type: 'text', rank: 3 },
  { name: 'tagged', type: 'count', rank: 1 },
  { name: 'right', type: 'count', rank: 1 },
  { name: 'alone', type: 'count', rank: 2 },
  { name: 'gold', type: 'count', rank: 1 },
  { name: 'precision', type: 'ratio', rank: 1 },
  { name: 'recall', type: 'ratio', rank: 1 },
];

/** Writes each rule's precision and recall, by turn, on a folder of gold. Throws UsageError; gives the exit code. */
export async function testOnGold(
  folder: string,
  { lexicon }: Rules,
  options: ListingOptions,
  terminal: Terminal,
): Promise<number> {
  const { agreementByRule } = await import('../agree/by-rule.ts');
  const { readGold } = await import('./agree-studies.ts');
  const { tagVisit } = await import('../tag/tag.ts');
  const { writeRows } = await import('./rows.ts');
  const { studies, problems } = await readGold(folder, lexicon, terminal);
  if (studies.length === 0)
    throw new UsageError(`${folder}: none of its visits could be read`, 'See what is told above');
  const rows = studies.flatMap(({ kind, visits, gold, covers }) => {
    const rules = lexicon.rules.filter((rule) => rule.in === kind && covers(rule.code));
    const tags = visits.flatMap((visit) => tagVisit(visit, lexicon));
    return agreementByRule(
      rules,
      gold.flatMap((coding) => coding.moments),
      tags,
    ).map((r): Cell[] => [
      r.rule,
      kind,
      r.code,
      r.tagged,
      r.right,
      r.alone,
      r.gold,
      r.precision?.toFixed(4) ?? null,
      r.recall?.toFixed(4) ?? null,
    ]);
  });
  await writeRows(COLUMNS, rows, options);
  return problems > 0 ? 1 : 0;
}
