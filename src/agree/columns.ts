import type { Block } from './agreement.ts';
import type { Estimate } from './estimate.ts';
import { figureNames } from './figures.ts';
import type { ReportItem } from './report.ts';

/** A column of the result. */
export interface AgreeColumn {
  readonly name: string;
  readonly type: 'text' | 'count' | 'ratio';
}

/** A row of the result; columns that it lacks are empty. */
export type AgreeRow = Readonly<Record<string, string | number | undefined>>;

/**
 * The columns of `agree`, the same in every format. `level` says what a row is: `turn` for a code or family over turns, `visit`
 * for a figure of `score` over visits, `report` for an item of the reporting guideline.
 */
export const columns: readonly AgreeColumn[] = [
  ...texts('level', 'group', 'kind', 'coders', 'code', 'measure'),
  ...counts('visits', 'turns', 'gold', 'tagged', 'tp', 'fp', 'fn', 'tn'),
  ...ratios('prevalence', ...figureNames.flatMap(ranged), ...ranged('visit_r'), ...ranged('icc21'), ...ranged('icc31')),
  ...ratios('gold_mean', 'tagged_mean', 'bias', 'limit_low', 'limit_high'),
  ...texts('value'),
];

/** The rows of a block: its codes, then its measures. */
export function rowsOf(block: Block): AgreeRow[] {
  const { group, kind } = block;
  const coders = block.coders.join(' + ');
  return [
    ...block.codes.map((code) => ({
      level: 'turn',
      group,
      kind,
      coders,
      code: code.code,
      visits: code.visits,
      turns: code.units,
      ...(code.confusion ? { gold: code.moments[0], tagged: code.moments[1], ...code.confusion } : {}),
      prevalence: code.prevalence,
      ...Object.assign({}, ...figureNames.map((name) => cells(name, code.figures[name]))),
      ...cells('visit_r', code.visitR),
    })),
    ...block.measures.map((measure) => ({
      level: 'visit',
      group,
      kind,
      coders,
      measure: measure.measure,
      visits: measure.visits,
      ...cells('icc21', measure.icc21),
      ...cells('icc31', measure.icc31),
      ...cells('visit_r', measure.r),
      ...(measure.limits && measure.visits > 0
        ? {
            gold_mean: measure.means[0],
            tagged_mean: measure.means[1],
            bias: measure.limits.bias,
            limit_low: measure.limits.low,
            limit_high: measure.limits.high,
          }
        : {}),
    })),
  ];
}

/** The rows of the report. */
export function reportRows(items: readonly ReportItem[]): AgreeRow[] {
  return items.map(({ item, value }) => ({ level: 'report', measure: item, value }));
}

function cells(name: string, { value, low, high }: Estimate): AgreeRow {
  return { [name]: value, [`${name}_low`]: low, [`${name}_high`]: high };
}

function ranged(name: string): string[] {
  return [name, `${name}_low`, `${name}_high`];
}

function texts(...names: string[]): AgreeColumn[] {
  return names.map((name) => ({ name, type: 'text' }));
}

function counts(...names: string[]): AgreeColumn[] {
  return names.map((name) => ({ name, type: 'count' }));
}

function ratios(...names: string[]): AgreeColumn[] {
  return names.map((name) => ({ name, type: 'ratio' }));
}
