import { html } from '../html.ts';
import type { Section } from '../section.ts';
import type { VisitData } from '../visit-data.ts';

/** The sections of one visit's view. Runs in the program and in the page alike. */
export function visitSections(visit: VisitData): readonly Section[] {
  return [
    {
      id: `v${visit.index}-said`,
      title: 'What was said',
      body: html`<ol>${visit.turns.map(({ speaker, role, text }) => html`<li><b>${speaker || role}</b> ${text}</li>`)}</ol>`,
    },
  ];
}
