import { type Cohort, cohortsOf } from '../../score/cohort/cohort.ts';
import { headline } from '../../score/cohort/measures.ts';
import { ratesOf } from '../../score/rates.ts';
import { loadCharts } from './charts/load.ts';
import { basisSection } from './cohort/basis.ts';
import { focusSection } from './cohort/focus.ts';
import { groupSection } from './cohort/groups.ts';
import { spreadSection } from './cohort/spread.ts';
import { summaryTable } from './cohort/summary-table.ts';
import { trendSection } from './cohort/trend.ts';
import type { CohortSettings, CohortView, LinkedVisit } from './cohort/view.ts';
import { visitTable } from './cohort/visit-table.ts';
import { html } from './html.ts';
import type { ReportVisit } from './report-visit.ts';
import type { Section } from './section.ts';
import type { Shared } from './shared.ts';

export interface CohortBasis extends CohortSettings {
  readonly shared: Shared;
}

/** The sections of a report of several visits, before any visit is opened. Notes have their own, and no drawings. */
export function cohortSections(visits: readonly ReportVisit[], basis: CohortBasis): readonly Section[] {
  const { shared, by, focus } = basis;
  const linked = visits.map((visit): LinkedVisit => ({ ...visit, score: { ...visit.score, ...ratesOf(visit.score) } }));
  const charts = loadCharts();
  const viewOf = (cohort: Cohort): CohortView => {
    const drawn = cohort.measures.filter(({ measure }) => measure.name in headline);
    return { cohort, drawn, scoring: shared.scoring, charts, shared, by, focus };
  };
  const cohorts = cohortsOf(linked, shared.scoring).map(viewOf);
  const sections = cohorts.flatMap((view) => (view.cohort.kind === 'note' ? [noteSection(view)] : talkSections(view)));
  return cohorts.length > 0 ? [...sections, basisSection(cohorts[0])] : sections;
}

function talkSections(view: CohortView): Section[] {
  const { cohort, focus } = view;
  return [
    visitTable(view),
    focus !== undefined && cohort.groups.includes(focus) ? focusSection(view, focus) : undefined,
    spreadSection(view),
    cohort.groups.length > 1 ? groupSection(view) : undefined,
    trendSection(view),
  ].filter((section) => section !== undefined);
}

function noteSection(view: CohortView): Section {
  const section = visitTable(view);
  const isGrouped = view.cohort.groups.length > 1;
  return { ...section, body: html`${section.body}${summaryTable(view)}${isGrouped && summaryTable(view, true)}` };
}
