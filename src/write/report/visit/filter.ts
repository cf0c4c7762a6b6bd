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
<p class="jump"><button type="button" data-jump="-1"><kbd>p</kbd> before</button> <button type="button" data-jump="1">next <kbd>n</kbd></button> <button type="button" data-help aria-label="Keys"><kbd>?</kbd></button></p>
<details open><summary>Marked codes</summary>
${families.map(({ id, name, found }) => {
  const box = (code: string, words: Html): Html =>
    html`<label><input type="checkbox" name="code" value="${code}" checked>${words} <span class="quiet">${count(code)}</span></label>`;
  if (found.length === 1) return box(found[0].code, html`${sign(id)}<b>${name}</b>`);
  return html`<fieldset><legend>${sign(id)}<b>${name}</b></legend>${found.map(({ code, short }) => box(code, html`${short}`))}</fieldset>`;
})}
<p><button type="button" data-all>All</button> <button type="button" data-none>None</button></p>
</details>
<p class="unseen" role="status" data-told></p>
</form>`;
}
