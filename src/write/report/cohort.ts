import type { Lexicon } from '../../lexicon/types.ts';
import type { ReportVisit } from './report-visit.ts';
import type { Section } from './section.ts';
import { visitList } from './visit-list.ts';

/** The sections of a report of several visits, before any visit is opened. */
export function cohortSections(visits: readonly ReportVisit[], _lexicon: Lexicon): readonly Section[] {
  return [visitList(visits)];
}
