import type { Moment } from '../../visit.ts';

/** A stretch of a turn's text with all moments that span exactly it, and what lies within. */
export interface Span {
  /** UTF-16 offsets into the turn's text. */
  readonly from: number;
  readonly to: number;
  readonly moments: readonly Moment[];
  /** Whether it is the rest of a moment that another one has cut in two. */
  readonly rest: boolean;
  /** Whether its own rest follows. */
  readonly more: boolean;
  readonly inner: Span[];
}

/**
 * Nests a turn's moments, so that each span lies within another or beside it. Moments of the same words share a span; one
 * that crosses the end of another is cut there, its rest follows.
 */
export function nest(moments: readonly Moment[]): Span[] {
  const waiting = group(moments);
  const roots: Span[] = [];
  const open: Span[] = [];
  for (let span = waiting.shift(); span; span = waiting.shift()) {
    while (open.length > 0 && open[open.length - 1].to <= span.from) open.pop();
    const around = open[open.length - 1];
    if (around && span.to > around.to) {
      insert(waiting, { ...span, from: around.to, rest: true, inner: [] });
      span = { ...span, to: around.to, more: true };
    }
    (around?.inner ?? roots).push(span);
    open.push(span);
  }
  return roots;
}

function group(moments: readonly Moment[]): Span[] {
  const spans: { from: number; to: number; moments: Moment[]; rest: boolean; more: boolean; inner: Span[] }[] = [];
  for (const moment of moments) {
    const from = moment.offset;
    const to = from + moment.quote.length;
    const same = spans.find((span) => span.from === from && span.to === to);
    if (same) same.moments.push(moment);
    else spans.push({ from, to, moments: [moment], rest: false, more: false, inner: [] });
  }
  return spans.sort(inOrder);
}

function insert(waiting: Span[], span: Span): void {
  const at = waiting.findIndex((one) => inOrder(span, one) < 0);
  waiting.splice(at < 0 ? waiting.length : at, 0, span);
}

/** By start, the longer first. */
function inOrder(a: Span, b: Span): number {
  return a.from - b.from || b.to - a.to;
}
