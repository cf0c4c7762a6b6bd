import { type Html, html } from '../html.ts';
import type { FrameworkData } from '../visit-data.ts';
import { momentList } from './lists.ts';
import type { View } from './view.ts';

/** A visit's moments as an instrument's items see them: evidence an item, no total. */
export function framework(view: View, data: FrameworkData): Html {
  const sections = [...new Set(data.items.map(({ section }) => section))];
  return html`<p>${data.note}</p><p class="small quiet">${data.source}. ${data.wording}</p>
${sections.map(
  (section) =>
    html`${section && html`<h3>${section}</h3>`}<dl class="items">${data.items
      .filter((item) => item.section === section)
      .map(
        ({
          number,
          label,
          status,
          sees,
          moments,
          figure,
        }) => html`<div><dt><span class="number">${number}</span> ${label}</dt>
<dd><b class="status">${figure ?? status}</b> <span class="quiet">${sees}</span>${moments.length > 0 && momentList(view, moments, `${moments.length} places`)}</dd></div>`,
      )}</dl>`,
)}`;
}
