import { type Html, html } from '../html.ts';
import { figures } from './figures.ts';
import { timeline } from './timeline.ts';
import type { View } from './view.ts';

/** Who speaks when, how much, and where the moments lie. */
export function talk(view: View): Html {
  const { score, kind } = view.visit;
  if (kind === 'note') return timeline(view);
  const both = Number(score.clinician_words ?? 0) + Number(score.patient_words ?? 0);
  return html`${timeline(view)}
${figures(view, [
  {
    column: 'clinician_talk_share',
    label: 'Clinician’s share of the words',
    parts: `${score.clinician_words ?? 0} of ${both} words`,
  },
])}`;
}
