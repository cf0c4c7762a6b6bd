import { type Html, html } from '../html.ts';
import { familyOf, leading, sign } from './families.ts';
import type { Passage } from './passages.ts';
import { clock } from './timeline.ts';
import { anchorOf, codeText, counted, roleName, type View } from './view.ts';

/** What was said, turn by turn, with the moments marked in place and named in the margin. */
export function transcript(view: View): Html {
  return html`<ol class="turns">${view.visit.turns.map((_, k) => turn(view, k))}</ol>`;
}

function turn(view: View, index: number): Html {
  const { visit, at } = view;
  const { id, speaker, role, text, words, at: seconds } = visit.turns[index];
  const before = visit.turns[index - 1];
  const same = before !== undefined && before.role === role && before.speaker === speaker;
  const name = roleName(view, index);
  const silent = text === '' && words > 0;
  const labelled = speaker !== '' && namesMatter(view);
  return html`<li class="turn r-${role}${same && ' same'}${silent && ' kept'}" id="${at}t${index + 1}">
<p class="who"><b>${name}</b>${labelled && html` <span class="label">${speaker}</span>`} <span class="count"><span class="unseen">turn </span>${id}${seconds !== undefined && html` <span class="clock">${clock(seconds)}</span>`}</span></p>
${
  silent
    ? html`<p class="said silent">${counted(words, 'word')}</p>${notes(view, index, true)}`
    : html`<p class="said" dir="auto">${said(view, index, text)}</p>${notes(view, index, false)}`
}
</li>
`;
}

/** Labels are shown where they say more than the role: where it is inferred, or several speakers are of one side. */
function namesMatter({ visit }: View): boolean {
  if (visit.roles === 'inferred') return true;
  const sides = new Map(visit.turns.map(({ speaker, role }) => [speaker, role]));
  return new Set(sides.values()).size < sides.size;
}

function said(view: View, index: number, text: string): Html[] {
  const pieces: Html[] = [];
  let from = 0;
  for (const passage of view.passages[index]) {
    pieces.push(html`${text.slice(from, passage.start)}${marked(view, passage, text)}`);
    from = passage.end;
  }
  pieces.push(html`${text.slice(from)}`);
  return pieces;
}

/** A passage is a link to itself: it can be reached by keyboard, and its address can be sent. */
function marked(view: View, passage: Passage, text: string): Html {
  const anchor = anchorOf(view, passage.moments[0]);
  const { moments } = view.visit;
  return html`<a class="passage" id="${anchor}" href="#${anchor}" data-m="${passage.moments.join(' ')}" aria-describedby="${anchor}-notes">${passage.segments.map(
    ({ start, end, moments: indices }) =>
      html`<span class="f-${leading(indices.map((k) => moments[k].code)).id}" data-m="${indices.join(' ')}">${text.slice(start, end)}</span>`,
  )}</a>`;
}

/** The names of a turn's moments, in its margin; where words are kept back they stand for the passages. */
function notes(view: View, index: number, alone: boolean): Html | false {
  const passages = view.passages[index];
  if (passages.length === 0) return false;
  return html`<div class="notes">${passages.map((passage) => {
    const anchor = anchorOf(view, passage.moments[0]);
    const names = passage.moments.map((k) => note(view, k));
    return alone
      ? html`<a class="passage alone" id="${anchor}" href="#${anchor}" data-m="${passage.moments.join(' ')}">${names}</a>`
      : html`<p id="${anchor}-notes">${names}</p>`;
  })}</div>`;
}

function note(view: View, k: number): Html {
  const { code } = view.visit.moments[k];
  const { id } = familyOf(code);
  return html`<span class="note f-${id}" data-m="${k}">${sign(id)}${codeText(view, code).short}<span class="unseen">, </span></span> `;
}
