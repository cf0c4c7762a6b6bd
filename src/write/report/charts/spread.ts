import { dot, rect, ruleX, ruleY } from '@observablehq/plot';
import type { SpreadChart } from './chart.ts';
import { axisOf, svgOf } from './svg.ts';

const WIDTH = 440;
const SIDE = 18;
const RADIUS = 3.2;
/** So many dots are still dots; more are drawn as columns. */
const DOTS = 120;
/** Columns of dots along the axis, at their width; of bars, fewer. */
const STACKS = Math.floor((WIDTH - 2 * SIDE) / (2 * RADIUS + 0.8));
const BARS = 24;
const BELOW = 30;

/** Visits along a measure, stacked where they are alike; the middle half, the median and its interval. */
export function drawSpread(chart: SpreadChart): string {
  const { dots, middle, scale, hue } = chart;
  const [low, high] = scale.domain;
  const isDots = dots.length <= DOTS;
  const width = (high - low) / (isDots ? STACKS : BARS);
  const stacks = new Map<number, number>();
  const placed = dots.map(({ value, name }) => {
    const bin = Math.min(Math.floor((value - low) / width), (isDots ? STACKS : BARS) - 1);
    const at = stacks.get(bin) ?? 0;
    stacks.set(bin, at + 1);
    return { x: low + (bin + 0.5) * width, y: at + 0.5, name };
  });
  const tallest = Math.max(...stacks.values());
  const height = isDots ? Math.max(34, Math.min(150, tallest * (2 * RADIUS + 0.8))) : 96;
  const fill = `var(${hue})`;
  const [first, last] = middle.quartiles;
  const unit = tallest / height;
  return svgOf(chart, {
    width: WIDTH,
    height: height + 16 + BELOW,
    marginLeft: SIDE,
    marginRight: SIDE,
    marginTop: 4,
    marginBottom: BELOW,
    x: axisOf(scale),
    y: { domain: [-12 * unit, tallest], axis: null },
    marks: [
      rect([{}], { x1: first, x2: last, y1: 0, y2: tallest, fill: 'var(--band)' }),
      ...(isDots
        ? [dot(placed, { x: 'x', y: 'y', r: RADIUS, fill, title: 'name' })]
        : [
            rect([...stacks], {
              x1: ([bin]) => low + bin * width,
              x2: ([bin]) => low + (bin + 1) * width,
              y1: 0,
              y2: ([, count]) => count,
              insetLeft: 0.5,
              insetRight: 0.5,
              fill,
            }),
          ]),
      ruleX([middle.median], { y1: -12 * unit, y2: tallest, stroke: 'currentColor', strokeWidth: 2 }),
      ...(middle.interval
        ? [
            ruleY([-6 * unit], {
              x1: middle.interval[0],
              x2: middle.interval[1],
              stroke: 'currentColor',
              strokeWidth: 3,
            }),
          ]
        : []),
      ruleY([0], { stroke: 'var(--strong-line)' }),
    ],
  });
}
