import type { CohortMeasure } from '../../../score/cohort/measures.ts';
import type { Summary } from '../../../score/cohort/summary.ts';
import { type Html, html } from '../html.ts';
import { printed, printedRange } from './shown.ts';
import type { CohortView } from './view.ts';

/** Every measure of a cohort in figures, of all visits or of each group; folded until it is wanted. */
export function summaryTable({ cohort }: CohortView, isGrouped = false): Html {
  const rows = cohort.measures.flatMap(({ measure, all, groups }) =>
    isGrouped ? groups.map(({ name, summary }) => row(measure, summary, name)) : [row(measure, all)],
  );
  const label = isGrouped ? 'All measures of all groups in figures' : 'All measures in figures';
  return html`<details><summary>${label}</summary>
<div class="wide" tabindex="0" role="region" aria-label="${label}"><table>
<thead><tr><th scope="col">Measure</th>${isGrouped && html`<th scope="col">Group</th>`}
<th scope="col" class="number">n</th><th scope="col" class="number">Median</th><th scope="col" class="number">95 % interval</th>
<th scope="col" class="number">Middle half</th><th scope="col" class="number">Range</th></tr></thead>
<tbody>${rows}</tbody></table></div></details>`;
}

function row(measure: CohortMeasure, summary: Summary | undefined, group?: string): Html {
  const named = html`<tr><th scope="row">${measure.title}</th>${group !== undefined && html`<td>${group}</td>`}`;
  if (!summary) return html`${named}<td class="number">0</td><td></td><td></td><td></td><td></td></tr>\n`;
  const { n, median, interval, quartiles, range } = summary;
  return html`${named}<td class="number">${n}</td><td class="number">${printed(measure, median)}</td>
<td class="number">${interval ? printedRange(measure, interval) : '–'}</td><td class="number">${printedRange(measure, quartiles)}</td>
<td class="number">${printedRange(measure, range)}</td></tr>
`;
}
