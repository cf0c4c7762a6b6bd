import { directionOf, type FocusedMeasure, focusOn } from '../../../score/cohort/focus.ts';
import { type Html, html } from '../html.ts';
import type { Section } from '../section.ts';
import { figure } from './figure.ts';
import { dotsOf, FEWEST_DRAWN, middleOf, printed, printedMedian, scaleOf, shownOf } from './shown.ts';
import { trustOf } from './trust.ts';
import type { CohortView } from './view.ts';

/** One group against all other visits: what stands out, and the figures behind it. */
export function focusSection(view: CohortView, focus: string): Section {
  const { cohort, drawn, scoring, by = 'group' } = view;
  const measures = focusOn(cohort, focus);
  const own = cohort.visits.filter(({ group }) => group === focus).length;
  // An index is made of the others, and would say the same twice.
  const single = measures.filter(({ measure }) => measure.type !== 'index');
  const compared = single.filter(({ finding }) => finding !== 'few');
  const apart = compared.filter(({ finding }) => finding !== 'none');
  const way = ({ measure, finding }: FocusedMeasure) => directionOf(measure, scoring) * (finding === 'above' ? 1 : -1);
  const names = new Set(drawn.map(({ measure }) => measure.name));
  return {
    id: 'focus',
    title: `${focus} against the cohort`,
    body: html`<p>${own} visits of ${focus}, set against the other ${cohort.visits.length - own}. Something stands out only where the 95 %
interval of ${focus}’s median leaves the others’ median out.</p>
${compared.length === 0 && html`<p><strong>Too few visits to compare.</strong> An interval needs six with figures that can be relied on.</p>`}
${compared.length > 0 && apart.length === 0 && html`<p><strong>No difference that these visits can show</strong>, in any of ${compared.length} measures.</p>`}
${list(
  'Strengths that these visits show',
  apart.filter((one) => way(one) > 0),
)}
${list(
  'Gaps that these visits show',
  apart.filter((one) => way(one) < 0),
)}
${list(
  'Different, and neither better nor worse in itself',
  apart.filter((one) => way(one) === 0),
)}
${
  apart.length > 0 &&
  html`<p>In the other ${compared.length - apart.length} of ${compared.length} measures there is no difference that these visits can
show. With ${compared.length} measures, about ${Math.max(1, Math.round(compared.length / 20))} would stand out by chance alone.</p>`
}
<p>What patients brought, and the setting, differ from ${by} to ${by}: read the visits before you speak of the figures.</p>
<div class="charts">${measures.filter(({ measure }) => names.has(measure.name)).map((one) => focusFigure(one, view, focus))}</div>
${table(measures, focus)}`,
  };
}

function list(heading: string, measures: readonly FocusedMeasure[]): Html | false {
  if (measures.length === 0) return false;
  const items = measures.map(
    ({ measure, own, rest, finding }) =>
      own &&
      rest &&
      html`<li>${measure.title}: ${finding} the others. Median ${printedMedian(measure, own)} of ${own.n} visits, the
others’ ${printed(measure, rest.median)} of ${rest.n}.</li>`,
  );
  return html`<h3>${heading}</h3><ul>${items}</ul>`;
}

const SAID = {
  above: 'above the others',
  below: 'below the others',
  none: 'no difference that these visits can show',
  few: 'too few visits to compare',
} as const;

function focusFigure({ measure, own, rest, finding }: FocusedMeasure, view: CohortView, focus: string): Html {
  const { cohort, charts, shared, drawn } = view;
  const figures = drawn.find((one) => one.measure.name === measure.name)?.figures ?? [];
  const side = (isOwn: boolean) => figures.filter(({ visit }) => (visit.group === focus) === isOwn);
  const words =
    `${own ? `${focus}: median ${printedMedian(measure, own)} of ${own.n} visits. ` : ''}` +
    `${rest ? `All others: median ${printedMedian(measure, rest)} of ${rest.n} visits. ` : ''}` +
    `${capital(SAID[finding])}.`;
  const { hue, factor } = shownOf(measure);
  const svg = charts.drawRows({
    id: `focus-${measure.name}`,
    title: `${measure.title}: ${focus} and all others`,
    description: words,
    hue,
    scale: scaleOf(measure, figures),
    rows: [
      {
        name: focus,
        dots: dotsOf(measure, side(true)),
        middle: own && own.n >= FEWEST_DRAWN ? middleOf(measure, own) : undefined,
      },
      { name: 'all others', dots: dotsOf(measure, side(false)), middle: rest && middleOf(measure, rest) },
    ],
    reference: rest && rest.median * factor,
  });
  return figure(measure, svg, words, trustOf(measure, cohort.kind, shared), shared);
}

function table(measures: readonly FocusedMeasure[], focus: string): Html {
  const label = `${focus} against the cohort, all measures in figures`;
  const rows = measures.map(
    ({
      measure,
      own,
      rest,
      finding,
    }) => html`<tr><th scope="row">${measure.title}</th><td class="number">${own?.n ?? 0}</td>
<td class="number">${own ? printedMedian(measure, own) : ''}</td><td class="number">${rest?.n ?? 0}</td>
<td class="number">${rest ? printed(measure, rest.median) : ''}</td><td>${SAID[finding]}</td></tr>
`,
  );
  return html`<details><summary>${label}</summary><div class="wide" tabindex="0" role="region" aria-label="${label}"><table>
<thead><tr><th scope="col">Measure</th><th scope="col" class="number">n</th><th scope="col" class="number">Median [95 % interval]</th>
<th scope="col" class="number">n of others</th><th scope="col" class="number">Median of others</th><th scope="col">Finding</th></tr></thead>
<tbody>${rows}</tbody></table></div></details>`;
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
