import { wrap } from '../display.ts';

/** How a run looks: a family's id in `moment` and `label`, or one of the page's own looks. */
export type Look =
  | { readonly kind: 'moment' | 'label'; readonly family: string }
  | { readonly kind: 'plain' | 'dim' | 'strong' | 'alert' };

/** Clean text of one look. */
export interface Run {
  readonly text: string;
  readonly look: Look;
}

export const PLAIN: Look = { kind: 'plain' };
export const DIM: Look = { kind: 'dim' };
export const STRONG: Look = { kind: 'strong' };
export const ALERT: Look = { kind: 'alert' };

/** Breaks runs into lines of at most `width` columns, as `wrap` would break their text. */
export function wrapRuns(runs: readonly Run[], width: number): Run[][] {
  const whole = runs.map(({ text }) => text).join('');
  let at = 0;
  return wrap(whole, width).map((line) => {
    // A line begins at a sign that is no blank, so the next place where it stands is its own.
    const from = whole.indexOf(line, at);
    at = from + line.length;
    return cut(runs, from, at);
  });
}

function cut(runs: readonly Run[], from: number, to: number): Run[] {
  const out: Run[] = [];
  let start = 0;
  for (const { text, look } of runs) {
    const piece = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (piece !== '') out.push({ text: piece, look });
    start += text.length;
  }
  return out;
}
