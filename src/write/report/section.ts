import { type Html, html } from './html.ts';

/** A part of the page with a heading of its own, listed among its contents. */
export interface Section {
  /** The anchor, unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

/** Data for the page's script, kept as JSON until it is asked for. */
export interface Island {
  /** `visit-3`: the id of the script element. */
  readonly id: string;
  /** Made by `scriptJson`. */
  readonly json: string;
}

/** A section as it stands in the page. */
export function sectionMarkup({ id, title, body }: Section): Html {
  return html`<section id="${id}">
<h2 id="${id}-title">${title}</h2>
${body}
</section>
`;
}
