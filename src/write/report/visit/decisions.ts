import { type Html, html } from '../html.ts';
import { figures } from './figures.ts';
import { byCode } from './listening.ts';
import { momentList } from './lists.ts';
import { codeTrust } from './trust.ts';
import { codeText, momentsOf, type View } from './view.ts';

const STAGES = [
  { title: 'Team talk', code: 'sdm.choice', asks: 'Was it said that there is a choice?' },
  { title: 'Option talk', code: 'sdm.options', asks: 'Were real alternatives set out?' },
  { title: 'Decision talk', code: 'sdm.preferences', asks: 'Were the patient’s preferences asked for or taken in?' },
] as const;

const BESIDE = ['sdm.tradeoffs', 'sdm.check.teachback', 'sdm.check.understanding', 'sdm.check.questions', 'sdm.agree'];

/** The three talks with what shows them, what stands beside them, and the patient's part. */
export function decisions(view: View): Html {
  const { visit, shared } = view;
  const stages = visit.score.sdm_stages;
  return html`${figures(view, [{ column: 'sdm_stages', label: 'Talks with evidence', parts: typeof stages === 'number' ? 'of 3' : undefined }])}
<p>The three talks are those of Elwyn et al. (2017). What is listed is evidence that such talk took place: no measure of how well, and in no order. Where nothing had to be decided, nothing is missing.</p>
<div class="stages">${STAGES.map(({ title, code, asks }) => {
    const found = momentsOf(view, code);
    return html`<div class="stage"><h3>${title}</h3><p class="small quiet">${asks}</p><p class="small">${codeTrust(shared, code, visit.kind)}</p>${momentList(view, found, `${found.length} places`)}</div>`;
  })}</div>
${BESIDE.map((code) => byCode(view, code))}
${
  visit.kind !== 'note' &&
  html`<h3>The patient&rsquo;s part: preferences <span class="quiet">${momentsOf(view, 'patient.preference').length}</span></h3>
<p class="small quiet">${codeText(view, 'patient.preference').definition}</p>
<p class="small">${codeTrust(shared, 'patient.preference', visit.kind)}</p>
${momentList(view, momentsOf(view, 'patient.preference'), 'Show them')}`
}`;
}
