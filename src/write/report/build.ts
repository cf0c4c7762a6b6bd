import type { AgreementFigures } from '../../lexicon/agreement.ts';
import type { Feedback } from '../../lexicon/feedback.ts';
import type { Lexicon } from '../../lexicon/types.ts';
import { version } from '../../version.ts';
import type { Visit } from '../../visit.ts';
import { pageAssets } from './assets.ts';
import type { CohortSettings } from './cohort/view.ts';
import { cohortSections } from './cohort.ts';
import { type Found, gather } from './gather.ts';
import { type Html, html, scriptJson } from './html.ts';
import { writePage } from './page.ts';
import type { ReportVisit } from './report-visit.ts';
import type { Island } from './section.ts';
import { type Shared, sharedOf } from './shared.ts';
import { filter } from './visit/filter.ts';
import { lead } from './visit/lead.ts';
import { viewOf } from './visit/view.ts';
import { visitSections } from './visit/visit.ts';
import type { VisitData } from './visit-data.ts';

export interface ReportSettings {
  readonly lexicon: Lexicon;
  readonly feedback: Feedback;
  readonly agreement: AgreementFigures | undefined;
  /** Rules were laid over the built-in ones. */
  readonly ownRules: boolean;
  readonly title?: string;
  /** Whether words are shown; where it is not said, in a report of one visit they are. */
  readonly quotes?: boolean;
  /** The visit as it is shown, every text as long as it was: with names masked. As it is where absent. */
  readonly mask?: (visit: Visit) => Visit;
}

/** A report in the making. */
export interface Report {
  readonly visits: readonly ReportVisit[];
  readonly add: (found: Found) => void;
  /** The page, once all visits are added. */
  readonly pages: (settings?: CohortSettings) => Iterable<string>;
}

/** Begins a report, to which visits are added one by one. */
export function buildReport(settings: ReportSettings): Report {
  const { quotes, mask = (visit) => visit } = settings;
  const visits: ReportVisit[] = [];
  const rules: string[] = [];
  const islands: Island[] = [];
  let first: { found: Found; data: VisitData } | undefined;
  const ruleAt = (id: string): number => {
    const known = rules.indexOf(id);
    return known < 0 ? rules.push(id) - 1 : known;
  };
  const dataOf = (index: number, found: Found, shown: boolean): VisitData =>
    gather(index, found, { ruleAt, cover: shown ? mask : undefined });
  const keep = (data: VisitData): void => {
    islands.push({ id: `visit-data-${data.index + 1}`, json: scriptJson(data) });
  };
  return {
    visits,
    add(found) {
      const index = visits.length;
      const { visit, score, group, date } = found;
      const { id, kind, extra = {} } = visit;
      visits.push({ index, href: `#visit-${index + 1}`, id, kind, score, extra, group, date });
      // Whether words are shown without being asked for depends on whether a second visit comes.
      if (index === 0) {
        first = { found, data: dataOf(0, found, quotes ?? true) };
        return;
      }
      if (first) {
        keep(quotes === undefined ? dataOf(0, first.found, false) : first.data);
        first = undefined;
      }
      keep(dataOf(index, found, quotes ?? false));
    },
    *pages(sorted = {}) {
      const { style, script } = pageAssets();
      const single = first?.data;
      const shared = sharedOf({ ...settings, version, quotes: quotes ?? single !== undefined, rules });
      const known = { id: 'shared', json: scriptJson(shared) };
      const foot = colophon(shared);
      if (single) {
        const view = viewOf(single, shared);
        const page = {
          title: settings.title ?? single.id,
          lead: lead(view),
          sections: visitSections(view),
          aside: filter(view),
        };
        const data = {
          id: 'visit-data-1',
          json: scriptJson({ ...single, turns: [], answers: [], picks: [], frameworks: [] }),
        };
        yield* writePage({ ...page, foot, islands: [known, data] }, style, script);
        return;
      }
      const title = settings.title ?? `${visits.length} visits`;
      const sections = cohortSections(visits, {
        ...sorted,
        shared,
      });
      yield* writePage(
        { title, lead: cohortLead(shared), sections, foot, islands: [known, ...islands] },
        style,
        script,
      );
    },
  };
}

function cohortLead({ quotes }: Shared): Html {
  return html`<p class="aim">These figures count words that rules have found. They are for looking at visits together, and no verdict on a person: tone, silence, glance and touch are not seen, and a high count is not a good visit.</p>
${!quotes && html`<p class="facts">What was said is left out of this report, and the speakers&rsquo; labels.</p>`}
<noscript><p class="facts">A single visit of this report opens only where scripts are allowed to run; nothing is fetched by them.</p></noscript>`;
}

function colophon({ lexicon, version: made }: Shared): Html {
  return html`<p>Made by bedside ${made} with lexicon ${lexicon}. The page holds all that it shows and fetches nothing.</p>`;
}
