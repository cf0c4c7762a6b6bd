import { type Html, html } from '../html.ts';
import { quoteLink, type View } from './view.ts';

/** Moments of more than so many are folded. */
const OPEN = 8;

/** Moments in the order of the text, each a link to its place; a long list is folded after its first ones. */
export function momentList(view: View, moments: readonly number[], summary: string): Html {
  const items = (indices: readonly number[]): Html[] => indices.map((k) => html`<li>${quoteLink(view, k)}</li>`);
  if (moments.length === 0) return html`<p class="quiet">None found in words.</p>`;
  if (moments.length <= OPEN) return html`<ul class="moments">${items(moments)}</ul>`;
  return html`<details><summary>${summary}</summary><ul class="moments">${items(moments)}</ul></details>`;
}
