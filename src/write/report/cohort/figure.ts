import type { CohortMeasure } from '../../../score/cohort/measures.ts';
import { type Html, html } from '../html.ts';
import type { Shared } from '../shared.ts';
import { type Trust, trustLine } from './trust.ts';

/** What every figure says, wherever it is taken to. */
export const AID = 'An aid to review and no verdict on a person.';

/** A drawing with its heading, its words and how far it can be trusted. */
export function figure(measure: CohortMeasure, svg: string, words: string, trust: Trust, shared: Shared): Html {
  return html`<figure class="chart">
<h3>${measure.title}</h3>
${{ markup: svg }}
<figcaption>${words} ${trustLine(trust, shared)} ${AID}</figcaption>
</figure>
`;
}
