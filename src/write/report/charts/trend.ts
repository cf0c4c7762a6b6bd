import { dot, rect, ruleY } from '@observablehq/plot';
import type { TrendChart } from './chart.ts';
import { axisOf, svgOf } from './svg.ts';

const WIDTH = 440;
const HEIGHT = 190;

/** Visits over time; of each period the median, and its interval as a band. */
export function drawTrend(chart: TrendChart): string {
  const { dots, periods, scale, hue } = chart;
  const fill = `var(${hue})`;
  const day = (date: string) => new Date(`${date}T00:00:00Z`);
  const [first, last] = chart.days.map(day);
  const placed = dots.map((one) => ({ ...one, day: day(one.date) }));
  const drawn = periods.map(({ from, to, middle, isBackground }) => ({
    from: latest(day(from), first),
    to: earliest(day(to), last),
    median: middle.median,
    low: middle.interval?.[0],
    high: middle.interval?.[1],
    isBackground,
  }));
  const own = drawn.filter(({ isBackground }) => !isBackground);
  return svgOf(chart, {
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 40,
    marginRight: 16,
    marginTop: 10,
    marginBottom: 30,
    x: { type: 'utc', label: null, ticks: 5, domain: [first, last] },
    y: { ...axisOf(scale), grid: false },
    marks: [
      rect(
        own.filter(({ low }) => low !== undefined),
        { x1: 'from', x2: 'to', y1: 'low', y2: 'high', fill: 'var(--band)', insetLeft: 1, insetRight: 1 },
      ),
      dot(
        placed.filter(({ isBackground }) => isBackground),
        { x: 'day', y: 'value', r: 2.4, stroke: 'var(--strong-line)', strokeOpacity: 0.7, title: 'name' },
      ),
      dot(
        placed.filter(({ isBackground }) => !isBackground),
        { x: 'day', y: 'value', r: 3, fill, fillOpacity: 0.6, title: 'name' },
      ),
      ruleY(
        drawn.filter(({ isBackground }) => isBackground),
        { x1: 'from', x2: 'to', y: 'median', stroke: 'var(--strong-line)', strokeWidth: 1.5, strokeDasharray: '3 3' },
      ),
      ruleY(own, {
        x1: 'from',
        x2: 'to',
        y: 'median',
        stroke: 'currentColor',
        strokeWidth: 2.5,
        insetLeft: 1,
        insetRight: 1,
      }),
    ],
  });
}

function latest(a: Date, b: Date): Date {
  return a > b ? a : b;
}

function earliest(a: Date, b: Date): Date {
  return a < b ? a : b;
}
