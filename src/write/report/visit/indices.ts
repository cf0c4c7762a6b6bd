import type { Weight } from '../../../lexicon/types.ts';
import { type Html, html } from '../html.ts';
import { told } from './figures.ts';
import { measureTrust } from './trust.ts';
import type { View } from './view.ts';

const NAMES: Readonly<Record<string, string>> = {
  inquiry_index: 'Inquiry index',
  empathy_index: 'Empathy index',
  sdm_index: 'Shared-decision index',
  communication_index: 'Communication index',
};

/** The four indices, last and with every choice that made them: so that nobody takes them for a measurement. */
export function indices(view: View): Html {
  return html`<p><b>No index here measures trust.</b> The communication index is a weighted mean of counted verbal behaviours that the literature ties to trust; it is no measure of trust and is not validated against patients&rsquo; ratings. Each index is for comparing visits of one setting, not for grading a person. Most weights and bounds are our choice, as each line says.</p>
${Object.entries(view.shared.scoring.indices).map(([name, weights]) => index(view, name, weights))}`;
}

function index(view: View, name: string, weights: readonly Weight[]): Html {
  const { visit, shared } = view;
  const all = weights.reduce((sum, { weight }) => sum + weight, 0);
  return html`<div class="index"><h3>${NAMES[name] ?? name}: ${told(view, name)}${typeof visit.score[name] === 'number' && html` <span class="quiet">of 100</span>`}</h3>
<p class="small">${measureTrust(shared, name, visit.kind)}</p>
${name === 'communication_index' && html`<p class="small">No measure of trust, and not validated against patients&rsquo; ratings.</p>`}
<details><summary>How it is made</summary><div class="wide"><table>
<thead><tr><th scope="col">Column</th><th scope="col" class="number">Here</th><th scope="col" class="number">0 at</th><th scope="col" class="number">100 at</th><th scope="col" class="number">So</th><th scope="col" class="number">Weight</th><th scope="col">Where the bounds are from</th></tr></thead>
<tbody>${weights.map((weight) => part(view, weight, all))}</tbody></table></div>
<p class="small quiet">The weighted mean of what is not empty; empty where less than half of the weight is left, or no occasion was seen.</p></details></div>`;
}

function part({ visit }: View, { column, weight, zero, full, source }: Weight, all: number): Html {
  const value = visit.score[column];
  const scaled = typeof value === 'number' ? 100 * Math.min(1, Math.max(0, (value - zero) / (full - zero))) : undefined;
  return html`<tr><th scope="row"><code>${column}</code></th><td class="number">${typeof value === 'number' ? Number(value.toFixed(2)) : 'empty'}</td><td class="number">${zero}</td><td class="number">${full}</td><td class="number">${scaled === undefined ? '–' : scaled.toFixed(0)}</td><td class="number">${weight} of ${all}</td><td>${source}</td></tr>
`;
}
