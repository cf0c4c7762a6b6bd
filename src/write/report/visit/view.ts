import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { CodeText, Shared } from '../shared.ts';
import type { MomentData, VisitData } from '../visit-data.ts';
import { type Passage, passagesOf } from './passages.ts';

/** A visit with what its view needs at hand. */
export interface View {
  readonly visit: VisitData;
  readonly shared: Shared;
  /** Stands before every id, so that the views of several visits could stand in one page. */
  readonly at: string;
  /** By turn. */
  readonly passages: readonly (readonly Passage[])[];
  /** The passage that a moment stands in, by moment. */
  readonly passageOf: readonly Passage[];
}

export function viewOf(visit: VisitData, shared: Shared): View {
  const passages = passagesOf(visit);
  const passageOf: Passage[] = [];
  for (const passage of passages.flat()) for (const moment of passage.moments) passageOf[moment] = passage;
  return { visit, shared, at: `v${visit.index + 1}-`, passages, passageOf };
}

/** The anchor of the passage that a moment stands in. */
export function anchorOf({ at, passageOf }: View, moment: number): string {
  return `${at}m${passageOf[moment].moments[0] + 1}`;
}

/** What a code is called; of a code that no list knows, the code. */
export function codeText({ shared }: View, code: string): CodeText {
  return (
    shared.codes.find((known) => known.code === code) ?? { code, name: code, short: code, definition: '', source: '' }
  );
}

/** Moments of a code, its kinds included, by index. */
export function momentsOf({ visit }: View, code: string): number[] {
  return visit.moments.flatMap((m, k) => (isOf(m.code, code) ? [k] : []));
}

export function isOf(code: string, parent: string): boolean {
  return code === parent || code.startsWith(`${parent}.`);
}

/** The words of a moment; '' where words are kept back. */
export function wordsOf({ visit }: View, { turn, start, end }: Pick<MomentData, 'turn' | 'start' | 'end'>): string {
  return visit.turns[turn].text.slice(start, end);
}

const ROLES = { clinician: 'Clinician', patient: 'Patient', other: 'Someone else', note: 'Note' } as const;

/** Who speaks in a turn, by role. */
export function roleName(view: View, turn: number): string {
  return ROLES[view.visit.turns[turn].role];
}

/** A moment as a link to its place: its words, or where they are kept back its code and turn. */
export function quoteLink(view: View, index: number): Html {
  const moment = view.visit.moments[index];
  const words = wordsOf(view, moment);
  const { id } = view.visit.turns[moment.turn];
  return html`<a class="quote" href="#${anchorOf(view, index)}">${words ? `“${words}”` : codeText(view, moment.code).name} <span class="where">turn ${id}</span></a>`;
}

/** `1 cue`, `3 cues` */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
