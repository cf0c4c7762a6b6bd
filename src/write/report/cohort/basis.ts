import { html } from '../html.ts';
import type { Section } from '../section.ts';
import { trustNotes } from '../visit/trust.ts';
import { interval, trustOf } from './trust.ts';
import type { CohortView } from './view.ts';

/** How the figures are made, and how far each measure agrees with codings by others than the rules. */
export function basisSection({ cohort, shared, scoring }: CohortView): Section {
  const rows = cohort.measures.map(({ measure }) => {
    const { visits, turns, experts } = trustOf(measure, cohort.kind, shared);
    return html`<tr><th scope="row">${measure.title}</th><td class="number">${visits ? interval(visits.icc, visits) : '–'}</td>
<td class="number">${turns ? interval(turns.f1, turns) : '–'}</td><td class="number">${experts ? interval(experts.f1, experts) : '–'}</td></tr>
`;
  });
  const flags = Object.entries(scoring.flags).filter(([, { doubts }]) => doubts.length > 0);
  return {
    id: 'basis',
    title: 'How far to trust these figures',
    body: html`<p><strong>These figures are an aid to review and no verdict on a person.</strong> They count words that rules find; tone, pauses
and glances are not seen. A high figure is not a good visit. <em>Communication index</em> is a weighted mean of counted behaviours, no
measure of trust, and none of this has been compared with patients’ ratings or outcomes.</p>
<p>Counts are taken per 1,000 words of the side that speaks, so that long and short visits can stand beside each other. Figures that a
flag makes doubtful are left out of medians (${flags.map(([flag]) => flag).join(', ')}); notes are never pooled with transcripts.</p>
<p>Quartiles are those of R and numpy (type 7). A median’s interval is the exact binomial one: it reaches from one visit’s figure to
another’s, holds in 95 % of samples and more whatever the distribution, and does not exist under six visits. It takes visits for
independent: visits of one clinician resemble each other, so that intervals over several clinicians are somewhat too narrow. Nothing
is corrected for the number of measures: of twenty intervals one misses by chance.</p>
${trustNotes(shared)}
<div class="wide" tabindex="0" role="region" aria-label="Table of agreement"><table>
<thead><tr><th scope="col">Measure</th><th scope="col" class="number">Visits, ICC with readers</th><th scope="col" class="number">Turns, F1 with
readers</th><th scope="col" class="number">Turns, F1 with experts</th></tr></thead><tbody>${rows}</tbody></table></div>`,
  };
}
