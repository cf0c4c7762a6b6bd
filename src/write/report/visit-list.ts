import { html } from './html.ts';
import type { ReportVisit } from './report-visit.ts';
import type { Section } from './section.ts';

/** The visits of a report, each a link to its own view. */
export function visitList(visits: readonly ReportVisit[]): Section {
  const rows = visits.map(
    ({ href, id, kind, score }) => html`<tr>
<th scope="row"><a href="${href}">${id}</a></th><td>${kind}</td>
<td class="number">${score.turns}</td><td class="number">${score.words}</td>
<td>${String(score.flags ?? '').replaceAll(';', ', ')}</td></tr>
`,
  );
  return {
    id: 'visits',
    title: 'Visits',
    body: html`<div class="wide" tabindex="0" role="region" aria-labelledby="visits-title"><table>
<thead><tr><th scope="col">Visit</th><th scope="col">Kind</th><th scope="col" class="number">Turns</th>
<th scope="col" class="number">Words</th><th scope="col">Doubtful because</th></tr></thead>
<tbody>${rows}</tbody></table></div>`,
  };
}
