import type { AgreeColumn, AgreeRow } from '../agree/columns.ts';
import type { Disagreement } from '../agree/disagreements.ts';
import type { Cell, ColumnSpec } from '../write/writer.ts';
import type { Compared } from './agree-compare.ts';
import type { Form } from './form.ts';
import { openOutput } from './output.ts';

/** Writes the whole result: tables for people, or the rows of `columns` for programs. */
export async function writeAgreement(path: string | undefined, form: Form, compared: Compared): Promise<void> {
  if (form.writer.id === 'table') {
    const { agreementTables } = await import('./agree-table.ts');
    return write(path, agreementTables(compared, form));
  }
  const { columns, reportRows, rowsOf } = await import('../agree/columns.ts');
  const { rounded } = await import('../score/round.ts');
  const rows = [...compared.blocks.flatMap(rowsOf), ...reportRows(compared.report)];
  const cell = (row: AgreeRow, { name, type }: AgreeColumn): Cell => {
    const value = row[name] ?? null;
    return typeof value === 'number' ? rounded(value, type) : value;
  };
  const cells = rows.map((row) => columns.map((column) => cell(row, column)));
  write(path, form.writer.write(columns, cells, form.options), { plain: true });
}

const DETAILS: readonly ColumnSpec[] = [
  ...[
    'visit_id',
    'turn',
    'role',
    'code',
    'disagreement',
    'given_by',
    'not_given_by',
    'quote',
    'rule',
    'before',
    'text',
    'settled',
  ],
].map((name) => ({ name, type: 'text' }));

/** Writes every disagreement with its text and an empty cell for who settles it. */
export async function writeDisagreements(
  path: string,
  { writer, options }: Form,
  list: readonly Disagreement[],
): Promise<void> {
  const rows = list.map(({ visit, turn, role, code, givenBy, notGivenBy, moments, before, text }): Cell[] => {
    const each = (values: (string | undefined)[]) => [...new Set(values.filter(Boolean))].join(' / ');
    const kind = notGivenBy.includes('tags') ? 'missed' : givenBy.includes('tags') ? 'false alarm' : 'split';
    const quote = each(moments.map((moment) => moment.quote));
    const rule = each(moments.map((moment) => moment.rule));
    return [visit, turn, role, code, kind, givenBy.join(', '), notGivenBy.join(', '), quote, rule, before, text, null];
  });
  write(path, writer.write(DETAILS, rows, options));
}

function write(path: string | undefined, pieces: Iterable<string>, look?: { readonly plain: boolean }): void {
  const output = openOutput(path, look);
  try {
    for (const piece of pieces) output.write(piece);
    output.close();
  } finally {
    output.discard();
  }
}
