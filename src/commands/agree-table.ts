import { Chalk } from 'chalk';
import type { Block } from '../agree/agreement.ts';
import type { Estimate } from '../agree/estimate.ts';
import type { Cell, ColumnSpec } from '../write/writer.ts';
import type { Compared } from './agree-compare.ts';
import type { Form } from './form.ts';

/** The result for people: a table of codes and one of scores for each set of visits, then what a paper has to report. */
export function* agreementTables({ blocks, report }: Compared, form: Form): Generator<string> {
  const paint = new Chalk({ level: form.options.colour ? 1 : 0 });
  for (const block of blocks) {
    const noun = block.kind === 'note' ? 'notes' : 'visits';
    const where = `${block.group === '' ? '' : `${block.group}: `}${block.visits} ${noun}, ${block.coders.join(' and ')}`;
    if (block.codes.length > 0) {
      yield `${paint.bold(`Over ${block.kind === 'note' ? 'lines' : 'turns'}`)} of ${where}\n\n`;
      yield* form.writer.write(named(CODES, block.coders), block.codes.map(codeCells), form.options);
      yield '\n';
    }
    if (block.measures.length > 0) {
      yield `${paint.bold(`Scores per ${block.kind === 'note' ? 'note' : 'visit'}`)} of ${where}\n\n`;
      yield* form.writer.write(named(MEASURES, block.coders), block.measures.map(measureCells), form.options);
      yield '\n';
    }
  }
  yield `${paint.bold('For the paper')} (GRRAS; ____ is for you to fill in)\n\n`;
  const rows = report.map(({ item, value }): Cell[] => [item.replace(/^GRRAS /, ''), value === '' ? '____' : value]);
  yield* form.writer.write(REPORT, rows, form.options);
}

/** The columns with the coders' own names over what is each coder's. */
function named(columns: readonly ColumnSpec[], [first, second]: readonly string[]): ColumnSpec[] {
  return columns.map((column) => ({
    ...column,
    short: (column.short ?? column.name).replace(/^gold\b/, first).replace(/^tags\b/, second),
  }));
}

const CODES: readonly ColumnSpec[] = [
  { name: 'code', type: 'text', rank: 0 },
  { name: 'gold', type: 'count', rank: 4 },
  { name: 'tags', type: 'count', rank: 4 },
  { name: 'prevalence', type: 'ratio', short: 'share', rank: 5 },
  { name: 'precision', type: 'ratio', short: 'P', rank: 2 },
  { name: 'recall', type: 'ratio', short: 'R', rank: 2 },
  // Figures that must not be broken, as numbers are not.
  { name: 'f1', type: 'ratio', short: 'F1 [95 %]', rank: 1 },
  { name: 'kappa', type: 'ratio', short: 'kappa [95 %]', rank: 3 },
  { name: 'alpha', type: 'ratio', short: 'alpha [95 %]', rank: 9 },
  { name: 'ac1', type: 'ratio', short: 'AC1 [95 %]', rank: 6 },
  { name: 'moment_f1', type: 'ratio', short: 'moment F1', rank: 8 },
  { name: 'visit_r', type: 'ratio', short: 'visit r', rank: 7 },
];

function codeCells({ code, moments, confusion, prevalence, figures, visitR }: Block['codes'][number]): Cell[] {
  const { precision, recall, f1, kappa, alpha, ac1, moment_f1 } = figures;
  return [
    code,
    confusion ? moments[0] : null,
    confusion ? moments[1] : null,
    ...[prevalence, precision.value, recall.value].map(tidy),
    ...[f1, kappa, alpha, ac1].map(ranged),
    ...[moment_f1.value, visitR.value].map(tidy),
  ];
}

const MEASURES: readonly ColumnSpec[] = [
  { name: 'measure', type: 'text', rank: 0 },
  { name: 'visits', type: 'count', short: 'n', rank: 3 },
  { name: 'gold_mean', type: 'ratio', short: 'gold mean', rank: 3 },
  { name: 'tagged_mean', type: 'ratio', short: 'tags mean', rank: 3 },
  { name: 'icc21', type: 'ratio', short: 'ICC(2,1) [95 %]', rank: 1 },
  { name: 'icc31', type: 'ratio', short: 'ICC(3,1) [95 %]', rank: 2 },
  { name: 'visit_r', type: 'ratio', short: 'r', rank: 1 },
  { name: 'bias', type: 'ratio', short: 'bias', rank: 2 },
  { name: 'limits', type: 'ratio', short: 'limits of agreement', rank: 2 },
];

function measureCells({ measure, visits, means, icc21, icc31, r, limits }: Block['measures'][number]): Cell[] {
  const two = limits !== undefined && visits > 0;
  const spread =
    limits?.low === undefined || limits.high === undefined ? null : `[${fixed(limits.low)}, ${fixed(limits.high)}]`;
  return [
    measure,
    visits,
    ...(two ? means.map(tidy) : [null, null]),
    ranged(icc21),
    ranged(icc31),
    tidy(r.value),
    tidy(limits?.bias),
    spread,
  ];
}

const REPORT: readonly ColumnSpec[] = [
  { name: 'item', type: 'text', rank: 0 },
  { name: 'value', type: 'text', rank: 1 },
];

function ranged({ value, low, high }: Estimate): string | null {
  if (value === undefined) return null;
  return low === undefined || high === undefined ? fixed(value) : `${fixed(value)} [${fixed(low)}, ${fixed(high)}]`;
}

function fixed(value: number): string {
  return (tidy(value) ?? 0).toFixed(2);
}

/** Two decimals, and no zero below zero. */
function tidy(value: number | undefined): number | null {
  return value === undefined ? null : Number(value.toFixed(2)) + 0;
}
