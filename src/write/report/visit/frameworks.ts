import { type Html, html } from '../html.ts';
import type { FrameworkData } from '../visit-data.ts';
import { momentList } from './lists.ts';
import type { View } from './view.ts';

/** A visit's moments as an instrument's items see them: evidence an item, no total. */
export function framework(view: View, data: FrameworkData): Html {
  const sections = [...new Set(data.items.map(({ section }) => section))];
  return html`<p>${data.note}</p><p class="small quiet">${ended(data.source)} ${ended(`${data.wording.charAt(0).toUpperCase()}${data.wording.slice(1)}`)}</p>
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
        }) => html`<div><dt>${label} <span class="where quiet">${number}</span></dt>
<dd><b class="status">${figure ?? status}</b> <span class="quiet">${sees}</span>${moments.length > 0 && momentList(view, moments, `${moments.length} places`)}</dd></div>`,
      )}</dl>`,
)}`;
}

function ended(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
