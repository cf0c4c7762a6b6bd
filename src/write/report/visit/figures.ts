import { doubtedBy } from '../../../score/doubts.ts';
import { type Html, html } from '../html.ts';
import { measureTrust } from './trust.ts';
import type { View } from './view.ts';

/** A figure of a visit as it is told: its parts, so that a share is never without what it is a share of. */
export interface Figure {
  /** The column of `bedside score`. */
  readonly column: string;
  readonly label: string;
  /** `3 of 12`; left out for a count, which says itself. */
  readonly parts?: string;
}

/** Figures in rows: what, how many of how many, by what formula, and how far they can be trusted. */
export function figures(view: View, rows: readonly Figure[]): Html {
  return html`<div class="wide"><table class="figures">
<thead><tr><th scope="col">What</th><th scope="col">Figure</th><th scope="col">How far to trust it</th></tr></thead>
<tbody>${rows.map((row) => figure(view, row))}</tbody></table></div>`;
}

function figure(view: View, { column, label, parts }: Figure): Html {
  const { shared, visit } = view;
  const about = shared.columns[column];
  return html`<tr><th scope="row">${label}<span class="formula">${about.formula}<br>${about.source}</span></th>
<td class="value">${told(view, column, parts)}</td>
<td>${measureTrust(shared, column, visit.kind)}</td></tr>
`;
}

/** A figure, or in plain words why there is none. */
export function told(view: View, column: string, parts?: string): Html {
  const { visit, shared } = view;
  const value = visit.score[column];
  const { type } = shared.columns[column];
  const flag = doubtedBy({ name: column, type }, String(visit.score.flags ?? ''), shared.scoring);
  const words = (why: string): Html => html`<span class="plain">${shared.texts.doubts[why] ?? why}</span>`;
  if (typeof value !== 'number') {
    if (flag !== undefined) return html`${words(flag)}${parts && html` <span class="quiet">(${parts})</span>`}`;
    return words(type === 'index' ? 'occasion' : 'nothing');
  }
  if (type === 'count') return html`<b>${value}</b>${parts && ` ${parts}`}`;
  if (flag !== undefined) return html`${words(flag)}${parts && html` <span class="quiet">(${parts})</span>`}`;
  const shown = type === 'ratio' ? value.toFixed(2) : type === 'index' ? value.toFixed(0) : value.toFixed(0);
  return parts ? html`<b>${parts}</b> <span class="quiet">(${shown})</span>` : html`<b>${shown}</b>`;
}
