import { type Html, html } from '../html.ts';
import { FAMILIES, type Family, familyOf } from './families.ts';
import { anchorOf, counted, isOf, type View } from './view.ts';

/** Who speaks when and where the moments lie: a strip each, along time or words. Its words say what the drawing shows. */
export function timeline(view: View): Html {
  const { visit, at } = view;
  const strips = (['clinician', 'patient', 'other'] as const).filter((role) =>
    visit.turns.some((t) => t.role === role),
  );
  const lanes = FAMILIES.filter(({ codes }) => visit.moments.some((m) => isOf(m.code, codes)));
  return html`<figure class="timeline" aria-labelledby="${at}timeline-caption">
${strips.map((role) => strip(view, role))}
${lanes.map((family) => lane(view, family))}
${axis(view)}
<figcaption id="${at}timeline-caption">Who speaks when, and where the moments lie, ${
    visit.along === 'time' ? 'by the clock' : 'by words, for the transcript has no times'
  }. Each sign is one moment; it leads to its place in the transcript.</figcaption>
</figure>`;
}

const SIDES = { clinician: 'Clinician', patient: 'Patient', other: 'Others' } as const;

function strip({ visit }: View, role: keyof typeof SIDES): Html {
  const turns = visit.turns.filter((turn) => turn.role === role && turn.words > 0);
  return html`<div class="lane strip"><p>${SIDES[role]} <span class="quiet">${turns.length}<span class="unseen"> ${
    turns.length === 1 ? 'turn' : 'turns'
  }</span></span></p><svg aria-hidden="true" focusable="false" class="s-${role}">${turns.map(
    ({ from, to }) =>
      html`<rect x="${percent(from)}" width="${percent(Math.max(to - from, 0.0012))}" y="3" height="14"/>`,
  )}</svg></div>
`;
}

function lane(view: View, family: Family): Html {
  const { visit } = view;
  const marks = visit.moments.flatMap((m, k) => (familyOf(m.code).id === family.id ? [{ ...m, k }] : []));
  return html`<div class="lane" data-family="${family.id}"><p>${family.name} <span class="quiet">${marks.length}</span><span class="unseen">: ${turnsOf(
    view,
    marks.map(({ turn }) => turn),
  )}</span></p><svg aria-hidden="true" focusable="false" class="f-${family.id}"><line x1="0" x2="100%" y1="10" y2="10"/>${marks.map(
    ({ x, k, code, turn }) =>
      html`<a href="#${anchorOf(view, k)}" tabindex="-1" data-code="${code}"><title>turn ${visit.turns[turn].id}</title><svg x="${percent(x)}" y="10" overflow="visible"><use href="#sign-${family.id}" x="-6" y="-6" width="12" height="12"/></svg></a>`,
  )}</svg></div>
`;
}

function turnsOf({ visit }: View, turns: readonly number[]): string {
  const ids = [...new Set(turns)].map((turn) => visit.turns[turn].id);
  return `${ids.length === 1 ? 'turn' : 'turns'} ${ids.join(', ')}`;
}

const STEPS = [15, 30, 60, 120, 300, 600, 900, 1800, 3600];

function axis({ visit }: View): Html {
  const duration = Number(visit.score.duration_s ?? 0);
  if (visit.along === 'time' && duration > 0) {
    const step = STEPS.find((s) => duration / s <= 7) ?? 7200;
    const ticks = Array.from({ length: Math.floor(duration / step) + 1 }, (_, k) => k * step);
    return html`<div class="lane axis"><p class="unseen">${counted(Math.round(duration / 60), 'minute')}</p><svg aria-hidden="true" focusable="false">${ticks.map(
      (s) => tick(s / duration, clock(s)),
    )}</svg></div>`;
  }
  const words = Number(visit.score.words ?? 0);
  const step = [50, 100, 200, 250, 500, 1000, 2000, 5000].find((s) => words / s <= 6) ?? 10000;
  const ticks = Array.from({ length: Math.floor(words / step) + 1 }, (_, k) => k * step);
  return html`<div class="lane axis"><p class="unseen">${counted(words, 'word')}</p><svg aria-hidden="true" focusable="false">${ticks.map(
    (n) => tick(n / Math.max(words, 1), n === 0 ? '0 words' : String(n)),
  )}</svg></div>`;
}

/** The last label would be cut off at the right. */
function tick(x: number, label: string): Html {
  const anchor = x < 0.04 ? 'start' : x > 0.96 ? 'end' : 'middle';
  return html`<line x1="${percent(x)}" x2="${percent(x)}" y1="0" y2="4"/><text x="${percent(x)}" y="16" text-anchor="${anchor}">${label}</text>`;
}

/** Seconds as minutes and seconds, with hours where there are any. */
export function clock(seconds: number): string {
  const s = Math.floor(seconds);
  const [h, m, rest] = [Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(rest)}` : `${m}:${two(rest)}`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
