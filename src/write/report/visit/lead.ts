import { type Html, html } from '../html.ts';
import { clock } from './timeline.ts';
import { counted, type View } from './view.ts';

const ROLES = {
  labelled: 'Speakers’ roles are those of the labels.',
  given: 'Speakers’ roles were given by option.',
  inferred: 'Nobody labelled the speakers’ roles: they were inferred from what is said, and may be wrong.',
} as const;

/** What stands under a visit's name: what it is, how to read the page, and what makes it doubtful. */
export function lead({ visit, shared }: View): Html {
  const { score, kind, source, roles } = visit;
  const flags = flagsOf(score);
  const seconds = score.duration_s;
  const size = [
    counted(Number(score.turns), kind === 'note' ? 'line' : 'turn'),
    counted(Number(score.words), 'word'),
    ...(typeof seconds === 'number' ? [`${clock(seconds)} long`] : []),
  ];
  return html`<p class="facts">${kind === 'note' ? 'A note' : 'A visit'} of ${size.join(', ')}${shared.quotes && html`, from <span class="path">${source}</span>`}. ${
    kind === 'note' ? 'It shows what was written, often by template, not what was said.' : roles && ROLES[roles]
  }</p>
${!shared.quotes && html`<p class="facts">What was said is left out of this report, and the speakers&rsquo; labels.</p>`}
<p class="aim">This page marks words that rules have found. It is an aid to looking at a visit together, and no verdict on a person: tone, silence, glance and touch are not seen, and a high count is not a good visit.</p>
${
  flags.length > 0 &&
  html`<div class="doubts" role="note" aria-label="What makes figures doubtful">${flags.map(
    (flag) => html`<p><b>${flag}</b> ${shared.texts.flags[flag]}</p>`,
  )}</div>`
}`;
}

/** The flags of a visit's row. */
export function flagsOf(score: View['visit']['score']): string[] {
  return String(score.flags ?? '')
    .split(';')
    .filter((flag) => flag !== '');
}
