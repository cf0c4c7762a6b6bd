import { type Html, html } from '../html.ts';

/** Codes that share a hue, a line and a sign. */
export interface Family {
  readonly id: 'question' | 'closed' | 'empathy' | 'listening' | 'shared' | 'cue' | 'preference';
  readonly name: string;
  /** Codes that are of it, their kinds included. */
  readonly codes: string;
  /** The sign, a path in a square of 12. */
  readonly sign: string;
}

/** In the order in which they stand in a timeline; where moments overlap, the one first in `RANK` gives the line. */
export const FAMILIES: readonly Family[] = [
  {
    id: 'question',
    name: 'Open questions',
    codes: 'question.open',
    sign: 'M6 1.5a4.5 4.5 0 1 0 .01 0zM6 3.5a2.5 2.5 0 1 1-.01 0z',
  },
  { id: 'closed', name: 'Closed questions', codes: 'question.closed', sign: 'M5 1h2v10H5z' },
  { id: 'listening', name: 'Reflections', codes: 'listening', sign: 'M6 1.5 11 10.5H1z' },
  { id: 'empathy', name: 'Empathy', codes: 'empathy', sign: 'M6 .5 11.5 6 6 11.5.5 6z' },
  { id: 'shared', name: 'Shared decisions', codes: 'sdm', sign: 'M1.5 1.5h9v9h-9z' },
  { id: 'cue', name: 'Patient cues', codes: 'patient.cue', sign: 'M4.7 1h2.6v3.7H11v2.6H7.3V11H4.7V7.3H1V4.7h3.7z' },
  {
    id: 'preference',
    name: 'Patient preferences',
    codes: 'patient.preference',
    sign: 'M6 .5 11.5 6 6 11.5.5 6zM6 3.3 3.3 6 6 8.7 8.7 6z',
  },
];

const RANK: readonly Family['id'][] = ['cue', 'preference', 'empathy', 'listening', 'shared', 'question', 'closed'];

/** The family of a code. */
export function familyOf(code: string): Family {
  return FAMILIES.find(({ codes }) => code === codes || code.startsWith(`${codes}.`)) ?? FAMILIES[0];
}

/** The family that gives the line under words which several codes share. */
export function leading(codes: readonly string[]): Family {
  const ids = codes.map((code) => familyOf(code).id);
  const first = RANK.find((id) => ids.includes(id));
  return FAMILIES.find(({ id }) => id === first) ?? FAMILIES[0];
}

/** A family's sign, which says nothing by itself: a word stands beside it. */
export function sign(id: Family['id']): Html {
  return html`<svg class="sign f-${id}" aria-hidden="true" focusable="false"><use href="#sign-${id}"/></svg>`;
}

/** The signs' drawings, once a page. */
export function signs(): Html {
  return html`<svg class="unseen" aria-hidden="true" focusable="false">${FAMILIES.map(
    ({ id, sign: path }) =>
      html`<symbol id="sign-${id}" viewBox="0 0 12 12"><path fill="currentColor" fill-rule="evenodd" d="${path}"/></symbol>`,
  )}</svg>`;
}
