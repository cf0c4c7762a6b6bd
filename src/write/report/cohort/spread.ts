import type { CohortMeasure } from '../../../score/cohort/measures.ts';
import type { Summary } from '../../../score/cohort/summary.ts';
import { html } from '../html.ts';
import type { Section } from '../section.ts';
import { figure } from './figure.ts';
import { dotsOf, middleOf, printedMedian, printedRange, scaleOf, shownOf } from './shown.ts';
import { summaryTable } from './summary-table.ts';
import { trustOf } from './trust.ts';
import type { CohortView } from './view.ts';

/** How the visits lie along each measure. */
export function spreadSection(view: CohortView): Section {
  const { cohort, charts, drawn, shared } = view;
  const figures = drawn.map(({ measure, figures, all }) => {
    if (!all) return html`<figure class="chart"><h3>${measure.title}</h3><figcaption>${NOTHING}</figcaption></figure>`;
    const words = spreadWords(measure, all, cohort.visits.length);
    const svg = charts.drawSpread({
      id: `spread-${measure.name}`,
      title: measure.title,
      description: words,
      hue: shownOf(measure).hue,
      scale: scaleOf(measure, figures),
      dots: dotsOf(measure, figures),
      middle: middleOf(measure, all),
    });
    return figure(measure, svg, words, trustOf(measure, cohort.kind, shared), shared);
  });
  return {
    id: 'spread',
    title: 'How the visits spread',
    body: html`<p>Each dot is a visit; where there are many, columns count them. The pale band holds the middle half of the visits, the
upright line is the median, and the bar under it is the median’s 95 % interval: what other visits like these could have given.</p>
<div class="charts">${figures}</div>
${summaryTable(view)}`,
  };
}

const NOTHING = 'No visit has a figure here that can be relied on.';

function spreadWords(measure: CohortMeasure, all: Summary, visits: number): string {
  const left = visits - all.n;
  const without = left > 0 ? ` ${left} of ${visits} visits are left out: undefined, or doubtful by a flag.` : '';
  return (
    `${all.n} ${all.n === 1 ? 'visit' : 'visits'}, median ${printedMedian(measure, all)}, middle half ${printedRange(measure, all.quartiles)}, ` +
    `all from ${printedRange(measure, all.range)}.${without}`
  );
}
