import { createRequire } from 'node:module';
import type { RowsChart, SpreadChart, TrendChart } from './chart.ts';

/** Draws a chart as SVG text. */
export interface Charts {
  readonly drawSpread: (chart: SpreadChart) => string;
  readonly drawRows: (chart: RowsChart) => string;
  readonly drawTrend: (chart: TrendChart) => string;
}

/** Loads what draws, as the build made it beside the program. */
export function loadCharts(): Charts {
  return (createRequire(import.meta.url)('./report/charts.cjs') as { charts: Charts }).charts;
}
