import { type Html, html } from '../html.ts';
import type { AnswerData } from '../visit-data.ts';
import { figures } from './figures.ts';
import { codeTrust } from './trust.ts';
import { codeText, momentsOf, quoteLink, type View, wordsOf } from './view.ts';

/** Every cue of the patient with what followed, or in a note the cues that are written down. */
export function cues(view: View): Html {
  const { visit, shared } = view;
  const { patient_cues: all, cues_acknowledged: met } = visit.score;
  const found = momentsOf(view, 'patient.cue');
  const head = html`<p>A cue is a worry, burden or bad feeling that the patient&rsquo;s words express or hint at.</p>
<p class="small">${codeTrust(shared, 'patient.cue', visit.kind)}</p>`;
  if (visit.kind === 'note' || all === null) {
    return html`${head}${found.length > 0 ? html`<ul class="moments">${found.map((k) => html`<li>${quoteLink(view, k)}</li>`)}</ul>` : html`<p class="quiet">None found in words.</p>`}`;
  }
  return html`${head}
${figures(view, [
  { column: 'cue_acknowledged_rate', label: 'Cues acknowledged or explored', parts: `${met ?? 0} of ${all}` },
])}
${
  visit.answers.length === 0
    ? html`<p class="quiet">No cue was found in words. A patient may have shown one in another way.</p>`
    : html`<ol class="cues">${visit.answers.map((answer) => pair(view, answer))}</ol>
<p class="small quiet">What follows is sought in the clinician&rsquo;s next two turns of speech, sounds of listening passed over. After the provider responses of VR-CoDES (Del Piccolo et al. 2011), in coarser steps.</p>`
}`;
}

function pair(view: View, answer: AnswerData): Html {
  const { texts, quotes } = view.shared;
  const response = texts.responses[answer.response];
  return html`<li class="cue ${answer.response}">
<p><span class="speaker">Patient</span> ${quoteLink(view, answer.cue)}</p>
<p class="reply"><b class="response">${response.name}</b> <span class="quiet">${response.means}</span>${reply(view, answer, quotes)}</p></li>`;
}

function reply(view: View, { turn, moment, start, end }: AnswerData, quotes: boolean): Html | false {
  if (turn === undefined) return false;
  if (moment !== undefined) {
    const { name } = codeText(view, view.visit.moments[moment].code);
    return html`<br>${quoteLink(view, moment)} <span class="code">${quotes && name}</span>`;
  }
  const words = start !== undefined && end !== undefined && quotes ? wordsOf(view, { turn, start, end }) : '';
  return html`<br><a class="quote" href="#${view.at}t${turn + 1}">${words && `“${words}” `}<span class="where">turn ${view.visit.turns[turn].id}</span></a>`;
}
