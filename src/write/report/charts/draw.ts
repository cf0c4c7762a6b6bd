import type { Charts } from './load.ts';
import { drawRows } from './rows.ts';
import { drawSpread } from './spread.ts';
import { drawTrend } from './trend.ts';

/** What draws charts, built into a file of its own: it is loaded only where there are some. */
export const charts: Charts = { drawSpread, drawRows, drawTrend };
