import type { MeasureOfCohort } from '../../../score/cohort/cohort.ts';
import { figureOf, headline } from '../../../score/cohort/measures.ts';
import { doubtedBy } from '../../../score/doubts.ts';
import { type Html, html } from '../html.ts';
import type { Section } from '../section.ts';
import { printed } from './shown.ts';
import type { CohortView, LinkedVisit } from './view.ts';

/** An id of so many signs stands in one line. */
const SHORT = 22;

/** Every visit of a kind, in the order of dates, each a link to its own view; the page's script sorts it. */
export function visitTable(view: CohortView): Section {
  const { cohort, by } = view;
  const isNote = cohort.kind === 'note';
  const id = isNote ? 'notes' : 'visits';
  const measures = cohort.measures.filter(({ measure }) => headline[measure.name]);
  const hasGroups = cohort.groups.length > 0;
  const hasDates = cohort.visits.some(({ date }) => date !== undefined);
  const heads = [
    head('Visit'),
    hasDates && head('Date'),
    hasGroups && head(capital(by ?? 'group')),
    head('Words', true),
    ...measures.map(({ measure }) => head(headline[measure.name], true)),
    head('Doubtful because'),
  ];
  const rows = (cohort.visits as readonly LinkedVisit[]).map(
    (
      visit,
    ) => html`<tr><th scope="row"${visit.id.length <= SHORT && { markup: ' class="brief"' }}><a href="${visit.href}">${visit.id}</a></th>${hasDates && html`<td>${visit.date}</td>`}
${hasGroups && html`<td>${visit.group}</td>`}<td class="number">${visit.score.words}</td>${measures.map((one) => cell(visit, one, view))}
<td class="why">${doubtsOf(visit, view)}</td></tr>
`,
  );
  return {
    id,
    title: isNote ? 'Notes' : 'Visits',
    body: html`<p>${lead(view, hasDates)} Shares are in per cent, all else is per 1,000 words${isNote ? ' of the note' : ''}. Figures in
brackets are doubtful by a flag and count in no median.</p>
<div class="wide long" tabindex="0" role="region" aria-label="Table of ${id}"><table class="sortable">
<thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`,
  };
}

function lead({ cohort, by }: CohortView, hasDates: boolean): string {
  const { visits, groups, kind } = cohort;
  const noun = kind === 'note' ? 'notes' : 'visits';
  const days = visits.flatMap(({ date }) => date ?? []);
  const sizes = [
    `${visits.length} ${visits.length === 1 ? noun.slice(0, -1) : noun}`,
    groups.length > 0 && `${groups.length} ${groups.length === 1 ? 'group' : 'groups'} by ${by}`,
    days.length > 0 && `${days[0]} to ${days[days.length - 1]}`,
  ].filter(Boolean);
  const order = hasDates ? 'They stand by date' : 'They stand as they were read';
  const what =
    kind === 'note' ? 'a note shows what was written, often by template, not what was said.' : 'each opens the visit.';
  return `${sizes.join(', ')}. ${order}; ${what}`;
}

/** A visit's flags in words. */
function doubtsOf({ score }: LinkedVisit, { shared }: CohortView): string {
  const flags = String(score.flags ?? '').split(';');
  return flags.map((flag) => shared.texts.doubts[flag] ?? flag.replaceAll('-', ' ')).join(', ');
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}

function head(title: string, isNumber = false): Html {
  return html`<th scope="col"${isNumber && { markup: ' class="number"' }}>${title}</th>`;
}

/** `data-value` is what the script sorts by. */
function cell(visit: LinkedVisit, { measure }: MeasureOfCohort, { scoring }: CohortView): Html {
  const value = figureOf(measure, visit.score);
  if (value === null) return html`<td class="number"></td>`;
  const doubt = doubtedBy(measure, String(visit.score.flags ?? ''), scoring);
  const text = printed(measure, value);
  return html`<td class="number" data-value="${value}">${doubt === undefined ? text : `(${text})`}</td>`;
}
