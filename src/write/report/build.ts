import type { Lexicon } from '../../lexicon/types.ts';
import { version } from '../../version.ts';
import { pageAssets } from './assets.ts';
import { cohortSections } from './cohort.ts';
import { type Found, gather } from './gather.ts';
import { html, scriptJson } from './html.ts';
import { writePage } from './page.ts';
import type { ReportVisit } from './report-visit.ts';
import type { Island, Section } from './section.ts';
import { visitSections } from './visit/visit.ts';
import type { VisitData } from './visit-data.ts';

export interface ReportSettings {
  readonly lexicon: Lexicon;
  readonly title?: string;
  /** Whether words are shown; where it is not said, in a report of one visit they are. */
  readonly quotes?: boolean;
}

/** A report in the making. */
export interface Report {
  readonly visits: readonly ReportVisit[];
  readonly add: (found: Found) => void;
  /** The page, once all visits are added. */
  readonly pages: () => Iterable<string>;
}

/** Begins a report, to which visits are added one by one. */
export function buildReport({ lexicon, title, quotes }: ReportSettings): Report {
  const visits: ReportVisit[] = [];
  const rules: string[] = [];
  const islands: Island[] = [];
  let first: { found: Found; data: VisitData } | undefined;
  const ruleAt = (id: string): number => {
    const known = rules.indexOf(id);
    return known < 0 ? rules.push(id) - 1 : known;
  };
  const dataOf = (index: number, found: Found, shown: boolean): VisitData =>
    gather(index, found, { ruleAt, text: shown ? (text) => text : undefined });
  const keep = (data: VisitData): void => {
    islands.push({ id: `visit-${data.index + 1}`, json: scriptJson(data) });
  };
  return {
    visits,
    add(found) {
      const index = visits.length;
      const { visit, score } = found;
      visits.push({
        index,
        href: `#visit-${index + 1}`,
        id: visit.id,
        kind: visit.kind,
        score,
        extra: visit.extra ?? {},
      });
      // Whether words are shown without being asked for depends on whether a second visit comes.
      if (index === 0) first = { found, data: dataOf(0, found, quotes ?? true) };
      else {
        if (index === 1 && first && quotes === undefined) first = { ...first, data: dataOf(0, first.found, false) };
        if (index === 1 && first) keep(first.data);
        keep(dataOf(index, found, quotes ?? false));
      }
    },
    *pages() {
      const { style, script } = pageAssets();
      const single = visits.length === 1 && first ? first.data : undefined;
      const sections: readonly Section[] = single ? visitSections(single) : cohortSections(visits, lexicon);
      yield* writePage(
        {
          title: title ?? (single ? single.id : `${visits.length} visits`),
          lead: html``,
          sections,
          foot: html`<p>bedside ${version}, lexicon ${lexicon.hash}</p>`,
          islands,
        },
        style,
        script,
      );
    },
  };
}
