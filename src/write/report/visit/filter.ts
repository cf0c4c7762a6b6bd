import { type Html, html } from '../html.ts';
import { FAMILIES, sign } from './families.ts';
import { isOf, type View } from './view.ts';

/** Which codes are marked: a box each, of those found in the visit. Only the page's script can act on it. */
export function filter(view: View): Html {
  const { visit, shared } = view;
  const count = (code: string): number => visit.moments.filter((m) => m.code === code).length;
  const families = FAMILIES.map((family) => ({
    ...family,
    found: shared.codes.filter(({ code }) => isOf(code, family.codes) && count(code) > 0),
  })).filter(({ found }) => found.length > 0);
  return html`<form class="filter live-only" aria-label="Codes that are marked">
<details open><summary>Marked codes</summary>
${families.map(
  ({ id, name, found }) =>
    html`<fieldset><legend>${sign(id)} ${name}</legend>${found.map(
      ({ code, short }) =>
        html`<label><input type="checkbox" name="code" value="${code}" checked> ${short} <span class="quiet">${count(code)}</span></label>`,
    )}</fieldset>`,
)}
<p><button type="button" data-all>All</button> <button type="button" data-none>None</button></p>
</details>
<p class="jump"><button type="button" data-jump="-1"><kbd>p</kbd> before</button> <button type="button" data-jump="1">next <kbd>n</kbd></button> <button type="button" data-help><kbd>?</kbd> keys</button></p>
<p class="unseen" role="status" data-told></p>
</form>`;
}
