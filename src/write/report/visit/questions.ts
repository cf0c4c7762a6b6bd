import { plainQuestions } from '../../../score/plain-questions.ts';
import { type Html, html } from '../html.ts';
import { figures } from './figures.ts';
import { momentList } from './lists.ts';
import { codeTrust } from './trust.ts';
import { counted, momentsOf, type View } from './view.ts';

/** Open and closed questions, their share, and where each stands. */
export function questions(view: View): Html {
  const { visit, shared } = view;
  const open = momentsOf(view, 'question.open');
  const closed = momentsOf(view, 'question.closed');
  const plain = plainQuestions(visit.moments.map((m) => ({ ...m, position: m.turn })));
  const reflections = Number(visit.score.reflections ?? 0);
  return html`${figures(view, [
    { column: 'open_question_share', label: 'Open questions, as a share', parts: `${plain.open} of ${plain.all}` },
    {
      column: 'reflection_question_ratio',
      label: 'Reflections per question',
      parts: `${reflections} to ${open.length + closed.length}`,
    },
  ])}
<p class="small quiet">The share leaves out questions that also belong to a decision, such as &ldquo;Is that okay?&rdquo;; so its parts may be fewer than the questions below.</p>
<h3>${counted(open.length, 'open question')}</h3>
<p class="small">${codeTrust(shared, 'question.open', visit.kind)}</p>
${momentList(view, open, 'Show them')}
<h3>${counted(closed.length, 'closed question')}</h3>
<p class="small">${codeTrust(shared, 'question.closed', visit.kind)}</p>
${momentList(view, closed, 'Show them')}`;
}
