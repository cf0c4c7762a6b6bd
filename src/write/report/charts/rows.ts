import { dot, ruleX, ruleY, text, tickX } from '@observablehq/plot';
import type { RowsChart } from './chart.ts';
import { axisOf, svgOf } from './svg.ts';

const WIDTH = 440;
const ROW = 30;
/** The median and its interval lie so far below the dots, which they would hide. */
const BELOW = 8;
const NAME = 17;

/** Groups along a measure, a row each: visits, the median and its interval, the number of visits. */
export function drawRows(chart: RowsChart): string {
  const { rows, scale, hue, reference } = chart;
  const fill = `var(${hue})`;
  const known = rows.flatMap(({ name, middle }) => (middle ? [{ name, ...middle }] : []));
  const sure = known.flatMap(({ name, interval }) => (interval ? [{ name, low: interval[0], high: interval[1] }] : []));
  const longest = Math.max(...rows.map(({ name }) => shortened(name).length));
  return svgOf(chart, {
    width: WIDTH,
    height: rows.length * ROW + 36,
    marginLeft: Math.min(124, 16 + longest * 7),
    marginRight: 44,
    marginTop: 6,
    marginBottom: 30,
    x: axisOf(scale),
    y: {
      type: 'band',
      domain: rows.map(({ name }) => name),
      label: null,
      tickSize: 0,
      tickFormat: shortened,
      padding: 0.1,
    },
    marks: [
      ruleY(rows, { y: 'name', stroke: 'var(--line)' }),
      ...(reference === undefined
        ? []
        : [ruleX([reference], { stroke: 'var(--strong-line)', strokeWidth: 1.5, strokeDasharray: '3 3' })]),
      dot(
        rows.flatMap(({ name, dots }) => dots.map((one) => ({ row: name, value: one.value, name: one.name }))),
        { x: 'value', y: 'row', r: 3, fill, fillOpacity: 0.45, title: 'name' },
      ),
      ruleY(sure, { y: 'name', x1: 'low', x2: 'high', dy: BELOW, stroke: 'currentColor', strokeWidth: 2.5 }),
      tickX(known, { x: 'median', y: 'name', stroke: 'currentColor', strokeWidth: 2.5, insetTop: 7, insetBottom: 0 }),
      text(rows, {
        y: 'name',
        frameAnchor: 'right',
        textAnchor: 'end',
        dx: 40,
        text: ({ dots }) => `n ${dots.length}`,
      }),
    ],
  });
}

function shortened(name: string): string {
  const signs = [...name];
  return signs.length > NAME ? `${signs.slice(0, NAME - 1).join('')}…` : name;
}
