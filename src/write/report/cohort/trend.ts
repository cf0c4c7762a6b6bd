import type { MeasureOfCohort } from '../../../score/cohort/cohort.ts';
import type { Summary } from '../../../score/cohort/summary.ts';
import { type Period, type Step, stepOf, trendOf } from '../../../score/cohort/trend.ts';
import { type Html, html } from '../html.ts';
import type { Section } from '../section.ts';
import { figure } from './figure.ts';
import { dotsOf, FEWEST_DRAWN, middleOf, printed, printedRange, scaleOf, shownOf } from './shown.ts';
import { trustOf } from './trust.ts';
import type { CohortView } from './view.ts';

/** The measures over time; of one group, where it is set against the others. Nothing under two dates. */
export function trendSection(view: CohortView): Section | undefined {
  const { cohort, drawn, focus } = view;
  const dates = cohort.visits.flatMap(({ date }) => date ?? []);
  if (new Set(dates).size < 2) return undefined;
  const own = cohort.visits.flatMap(({ date, group }) => (group === focus && date) || []);
  const step = stepOf(focus !== undefined && new Set(own).size > 1 ? own : dates);
  const undated = cohort.visits.filter(({ date }) => date === undefined).length;
  return {
    id: 'trend',
    title: 'Over time',
    body: html`<p>Dots are visits by their date. Lines are the medians of each ${step}, of three visits at least,
bands their 95 % intervals (from six on).
${focus !== undefined && `Filled dots and whole lines are ${focus}, rings and dashed lines all others.`}
Few visits make a line jump; to compare two stretches of time, use <code>bedside compare</code> with two periods.</p>
${undated > 0 && html`<p>${undated} of ${cohort.visits.length} visits have no date and are left out here.</p>`}
<div class="charts">${drawn.map((one) => trendFigure(one, step, view))}</div>
${periodTable(view, step)}`,
  };
}

function trendFigure({ measure, figures }: MeasureOfCohort, step: Step, { cohort, charts, focus, shared }: CohortView) {
  const dated = figures.filter(({ visit }) => visit.date !== undefined);
  if (dated.length === 0)
    return html`<figure class="chart"><h3>${measure.title}</h3><figcaption>No dated visit has a figure here that can be relied on.</figcaption></figure>`;
  const own = focus === undefined ? dated : dated.filter(({ visit }) => visit.group === focus);
  const others = dated.filter((one) => !own.includes(one));
  const periods = trendOf(own, step);
  const words = `${own.length} visits${focus === undefined ? '' : ` of ${focus}, ${others.length} others`}. ${ends(measure, periods, step)}`;
  const drawable = (list: readonly Period[], isBackground: boolean) =>
    list
      .filter(({ summary }) => summary.n >= FEWEST_DRAWN)
      .map(({ from, to, summary }) => ({ from, to, middle: middleOf(measure, summary), isBackground }));
  const svg = charts.drawTrend({
    id: `trend-${measure.name}`,
    title: `${measure.title}, over time`,
    description: `${words} Medians: ${periods.map(({ label, summary }) => `${label}: ${printed(measure, summary.median)}`).join('; ')}.`,
    hue: shownOf(measure).hue,
    scale: scaleOf(measure, dated),
    dots: [...others, ...own].map((one, at) => ({
      ...dotsOf(measure, [one])[0],
      date: one.visit.date ?? '',
      isBackground: at < others.length,
    })),
    days: spanOf(cohort.visits.flatMap(({ date }) => date ?? [])),
    periods: [...drawable(trendOf(others, step), true), ...drawable(periods, false)],
  });
  return figure(measure, svg, words, trustOf(measure, cohort.kind, shared), shared);
}

/** The first and the last median that is drawn. */
function ends(measure: MeasureOfCohort['measure'], all: readonly Period[], step: Step): string {
  const periods = all.filter(({ summary }) => summary.n >= FEWEST_DRAWN);
  const [first, last] = [periods[0], periods[periods.length - 1]];
  if (!first) return `No ${step} has three visits or more.`;
  const bracketed = ({ interval }: Summary) => (interval ? ` [${printedRange(measure, interval)}]` : '');
  const said = ({ label, summary }: Period) =>
    `in ${label} ${printed(measure, summary.median)}${bracketed(summary)} of ${summary.n} visits`;
  return first === last ? `Median ${said(first)}.` : `Median ${said(first)}; ${said(last)}.`;
}

function periodTable({ drawn, focus }: CohortView, step: Step): Html {
  const label = `Medians of each ${step}${focus === undefined ? '' : `, ${focus}`}`;
  const rows = drawn.flatMap(({ measure, figures }) =>
    trendOf(focus === undefined ? figures : figures.filter(({ visit }) => visit.group === focus), step).map(
      ({
        label: period,
        summary,
      }) => html`<tr><th scope="row">${measure.title}</th><td>${period}</td><td class="number">${summary.n}</td>
<td class="number">${printed(measure, summary.median)}</td><td class="number">${summary.interval ? printedRange(measure, summary.interval) : '–'}</td></tr>
`,
    ),
  );
  return html`<details><summary>${label}</summary><div class="wide" tabindex="0" role="region" aria-label="${label}"><table>
<thead><tr><th scope="col">Measure</th><th scope="col">${step}</th><th scope="col" class="number">n</th><th scope="col" class="number">Median</th>
<th scope="col" class="number">95 % interval</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

function spanOf(dates: readonly string[]): [from: string, to: string] {
  const sorted = [...dates].sort();
  return [sorted[0], sorted[sorted.length - 1]];
}
