import { BARS } from '../../../score/feedback.ts';
import { type Html, html } from '../html.ts';
import type { PickData } from '../visit-data.ts';
import { flagsOf } from './lead.ts';
import { ruleTrust } from './trust.ts';
import { anchorOf, codeText, roleName, type View, wordsOf } from './view.ts';

/** Questions of a run that are quoted; the rest is counted. */
const QUOTED = 3;

/** The moments to look at together: some done well, some where more was possible. */
export function together(view: View): Html {
  const { picks, score } = view.visit;
  const { trust } = view.shared.texts;
  const side = (name: PickData['side']): PickData[] => picks.filter((pick) => pick.side === name);
  const [well, more] = [side('well'), side('more')];
  const barred = flagsOf(score).filter((flag) => BARS.includes(flag));
  return html`<p>Found by rules whose tags were right at least ${Math.round(trust.precision * 100)} times in 100 on coded visits, of ${trust.tagged} tags or more; the choice among them is by rule too. They are places to begin a talk, no findings.</p>
${
  picks.length === 0
    ? html`<p>${reason(view, barred)}</p>`
    : html`<div class="sides${well.length === 0 || more.length === 0 ? ' lone' : ''}">
${column(view, 'Done well', well)}
${column(view, 'More was possible', more)}
</div>`
}`;
}

function column(view: View, title: string, picks: readonly PickData[]): Html {
  if (picks.length === 0) {
    return html`<div><h3>${title}</h3><p class="quiet">Nothing that such a rule could show, which says little about the visit.</p></div>`;
  }
  return html`<div><h3>${title}</h3><div class="picks">${picks.map((pick) => card(view, pick))}</div></div>`;
}

function reason({ shared }: View, barred: readonly string[]): string {
  if (barred.length > 0) return `None are shown: ${barred.map((flag) => shared.texts.doubts[flag]).join(', ')}.`;
  if (shared.trust.ownRules)
    return 'None are shown: rules of your own are in use, and nobody has measured how often they are right.';
  if (shared.trust.lexicon === '') return 'None are shown: no agreement has been measured for these rules.';
  return 'None in this visit. That says little about it: most rules are too rare on coded visits to be relied on.';
}

function card(view: View, pick: PickData): Html | false {
  const entry = view.shared.texts[pick.side].find(({ id }) => id === pick.id);
  if (!entry) return false;
  const { moments } = view.visit;
  const rules = [...new Set(pick.moments.map((k) => moments[k].rule))].map((rule) => view.shared.rules[rule]);
  return html`<article class="pick ${pick.side}">
<h4>${entry.title}</h4>
<p>${entry.said.replace('{n}', String(pick.n))}</p>
${quotes(view, pick)}
<p class="why">${entry.why} <span class="source">${entry.source}</span></p>
${entry.try && html`<p class="try">For example: ${entry.try.map((words, k) => html`${k > 0 && ' Or: '}<q>${words}</q>`)}</p>`}
<p class="ask">${entry.ask}</p>
<p class="rules small quiet">${rules.map((rule) => html`<span>${rule.id}: ${ruleTrust(rule)}</span> `)}</p>
</article>`;
}

function quotes(view: View, pick: PickData): Html {
  const shown = pick.moments.slice(0, pick.moments.length > QUOTED ? QUOTED : undefined);
  const rest = pick.moments.length - shown.length;
  const answer = pick.answer === undefined ? undefined : view.visit.answers[pick.answer];
  return html`<blockquote>${shown.map((k) => said(view, k))}${
    rest > 0 &&
    html`<p class="quiet">and ${rest} more, up to <a href="#${anchorOf(view, pick.moments[pick.moments.length - 1])}">turn ${view.visit.turns[view.visit.moments[pick.moments[pick.moments.length - 1]].turn].id}</a></p>`
  }${
    pick.side === 'more' &&
    answer?.turn !== undefined &&
    html`<p><span class="speaker">${roleName(view, answer.turn)}</span> ${
      answer.start !== undefined && answer.end !== undefined && view.shared.quotes
        ? `“${wordsOf(view, { turn: answer.turn, start: answer.start, end: answer.end })}” `
        : ''
    }<a class="where" href="#${view.at}t${answer.turn + 1}">turn ${view.visit.turns[answer.turn].id}</a></p>`
  }</blockquote>`;
}

/** A moment with who says it; the whole sentence is in its place. */
function said(view: View, k: number): Html {
  const moment = view.visit.moments[k];
  const words = wordsOf(view, moment);
  return html`<p><span class="speaker">${roleName(view, moment.turn)}</span> ${words ? `“${words}” ` : `${codeText(view, moment.code).name} `}<a class="where" href="#${anchorOf(view, k)}">turn ${view.visit.turns[moment.turn].id}</a></p>`;
}
