import type { MeasureOfCohort } from '../../../score/cohort/cohort.ts';
import { html } from '../html.ts';
import type { Section } from '../section.ts';
import { figure } from './figure.ts';
import { dotsOf, FEWEST_DRAWN, middleOf, printed, printedMedian, scaleOf, shownOf } from './shown.ts';
import { summaryTable } from './summary-table.ts';
import { trustOf } from './trust.ts';
import type { CohortView } from './view.ts';

/** More rows are no picture any more; the table has them all. */
const ROWS = 40;

/** The same measures group by group. */
export function groupSection(view: CohortView): Section {
  const { cohort, drawn, by = 'group' } = view;
  const ungrouped = cohort.visits.filter(({ group }) => group === undefined).length;
  const many = cohort.groups.length > ROWS;
  return {
    id: 'groups',
    title: `By ${by}`,
    body: html`<p>One row a ${by}, in the order of their names; there is no ranking. Dots are visits, the upright line is the median (from three
visits on), the bar its 95 % interval (from six on), the dashed line the median of all. Where a bar crosses the dashed line, these visits show no
difference from all.</p>
${ungrouped > 0 && html`<p>${ungrouped} of ${cohort.visits.length} visits belong to no ${by}; they count in the median of all.</p>`}
${many && html`<p>${cohort.groups.length} are too many to draw; the table has them.</p>`}
${!many && html`<div class="charts">${drawn.map((one) => groupFigure(one, view))}</div>`}
${summaryTable(view, true)}`,
  };
}

function groupFigure({ measure, figures, all, groups }: MeasureOfCohort, { cohort, charts, shared }: CohortView) {
  const known = groups.flatMap(({ name, summary }) =>
    summary ? [`${name}: ${printedMedian(measure, summary)}, n ${summary.n}`] : [],
  );
  const few = groups.filter(({ summary }) => !summary?.interval).length;
  const reference = all && printed(measure, all.median);
  const words =
    `${figures.length} visits${reference ? `, median of all ${reference}` : ''}.` +
    (few > 0 ? ` ${few} of ${groups.length} rows have no interval: fewer than six visits.` : '');
  const { hue, factor } = shownOf(measure);
  const svg = charts.drawRows({
    id: `groups-${measure.name}`,
    title: measure.title,
    description: `${words} Medians: ${known.join('; ')}.`,
    hue,
    scale: scaleOf(measure, figures),
    rows: groups.map(({ name, figures: own, summary }) => ({
      name,
      dots: dotsOf(measure, own),
      middle: summary && summary.n >= FEWEST_DRAWN ? middleOf(measure, summary) : undefined,
    })),
    reference: all && all.median * factor,
  });
  return figure(measure, svg, words, trustOf(measure, cohort.kind, shared), shared);
}
