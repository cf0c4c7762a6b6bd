import { type PlotOptions, plot } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Caption, Scale } from './chart.ts';

const { document } = parseHTML('<html></html>');

/** Draws marks and gives them as SVG text: with title and description, without inline style, the same bytes each time. */
export function svgOf({ id, title, description }: Caption, options: PlotOptions): string {
  const svg = plot({ ...options, document });
  // The page's policy refuses inline style; its own sheet says what is left.
  for (const style of svg.querySelectorAll('style')) style.remove();
  svg.setAttribute('class', 'drawn');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${id}-t ${id}-d`);
  svg.prepend(named('title', `${id}-t`, title), named('desc', `${id}-d`, description));
  return svg.outerHTML.replace(/<[^>]*>/g, tidy);
}

/** What the axes of measures share. */
export function axisOf({ domain, unit }: Scale) {
  return { domain: [...domain], label: null, ticks: 5, tickFormat: (value: number) => `${value}${unit}` };
}

function named(tag: 'title' | 'desc', id: string, text: string) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  element.setAttribute('id', id);
  element.textContent = text;
  return element;
}

/** Tenths of a pixel are enough, and the last digits of sums differ between machines. What is named is not said twice. */
function tidy(tag: string): string {
  return tag
    .replace(/ aria-(?:hidden|label)="[^"]*"/g, '')
    .replace(/-?\d+\.\d+/g, (n) => String(Number(Number(n).toFixed(1)) + 0));
}
