import { type Html, html } from '../html.ts';
import { figures } from './figures.ts';
import { momentList } from './lists.ts';
import { codeTrust } from './trust.ts';
import { codeText, momentsOf, type View } from './view.ts';

const ACTS = ['name', 'understand', 'respect', 'support', 'explore', 'sympathy'].map((act) => `empathy.${act}`);

/** Empathic statements by their kind, and reflections by theirs. */
export function listening(view: View): Html {
  const { visit } = view;
  const kinds = visit.kind === 'note' ? ACTS : [...ACTS, 'listening.reflection.simple', 'listening.reflection.complex'];
  const rows = [
    { column: 'empathy', label: 'Empathic statements', parts: moments(visit.score.empathy) },
    ...(visit.kind === 'note'
      ? []
      : [{ column: 'reflections', label: 'Reflections', parts: moments(visit.score.reflections) }]),
  ];
  return html`${figures(view, rows)}
${kinds.map((code) => byCode(view, code))}`;
}

function moments(count: number | string | null): string {
  return count === 1 ? 'moment' : 'moments';
}

/** A code with its definition and its moments; one without any is told in a line. */
export function byCode(view: View, code: string): Html {
  const found = momentsOf(view, code);
  const { name, definition } = codeText(view, code);
  if (found.length === 0)
    return html`<p class="absent"><b>${name}</b> <span class="quiet">none found in words. ${definition}</span></p>`;
  return html`<h3>${name} <span class="quiet">${found.length}</span></h3>
<p class="small quiet">${definition}</p>
<p class="small">${codeTrust(view.shared, code, view.visit.kind)}</p>
${momentList(view, found, 'Show them')}`;
}
