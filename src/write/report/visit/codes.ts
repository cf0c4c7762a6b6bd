import { type Html, html } from '../html.ts';
import { familyOf, sign } from './families.ts';
import { codeTrust, ruleTrust, trustNotes } from './trust.ts';
import { momentsOf, type View } from './view.ts';

/** Every code: its definition and source, how far it can be trusted, and the rules that found it here. */
export function codes(view: View): Html {
  const { shared, visit } = view;
  return html`${trustNotes(shared)}
<dl class="codes">${shared.codes.map(({ code, name, definition, source }) => {
    const found = momentsOf(view, code).filter((k) => visit.moments[k].code === code);
    const rules = [...new Set(found.map((k) => visit.moments[k].rule))].map((rule) => shared.rules[rule]);
    return html`<div id="${view.at}code-${code.replaceAll('.', '-')}"><dt>${sign(familyOf(code).id)} ${name} <code>${code}</code></dt>
<dd>${definition}<span class="source">${source}</span>${codeTrust(shared, code, visit.kind)}${
      rules.length > 0 &&
      html`<ul class="rules">${rules.map((rule) => html`<li><code>${rule.id}</code> ${rule.note} <span class="quiet">${ruleTrust(rule)}</span></li>`)}</ul>`
    }</dd></div>
`;
  })}</dl>`;
}
