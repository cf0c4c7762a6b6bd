import type { Moment, Part, Turn, Visit } from '../../visit.ts';

/** Where things lie along a visit, 0 at its begin and 1 at its end. */
export interface Axis {
  /** What it is measured in: seconds where most turns have times, else words. */
  readonly along: 'time' | 'words';
  readonly turn: (position: number) => readonly [from: number, to: number];
  readonly moment: (moment: Moment) => number;
}

/** Lays a visit along its time, or along its words; `words` are those of each turn. */
export function axisOf(visit: Visit, words: readonly number[]): Axis {
  return byTime(visit) ?? byWords(visit, words);
}

function byTime({ turns }: Visit): Axis | undefined {
  const spoken = turns.filter(({ text }) => text !== '');
  const timed = spoken.filter(({ parts }) => parts[0]?.start !== undefined);
  if (timed.length === 0 || timed.length < spoken.length) return undefined;
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const { parts } of timed) {
    for (const { start, end } of parts) {
      first = Math.min(first, start ?? first);
      last = Math.max(last, end ?? start ?? last);
    }
  }
  if (last <= first) return undefined;
  const place = (seconds: number): number => rounded((seconds - first) / (last - first));
  let before = first;
  const spans = turns.map((turn): readonly [number, number] => {
    const from = turn.parts[0]?.start ?? before;
    const to = Math.max(from, endOf(turn) ?? from);
    before = to;
    return [place(from), place(to)];
  });
  return {
    along: 'time',
    turn: (position) => spans[position],
    moment({ position, offset }) {
      const { parts, text } = turns[position];
      const k = partAt(parts, offset);
      const { at, start = 0, end } = parts[k];
      const size = (parts[k + 1]?.at ?? text.length) - at;
      const share = size > 0 && end !== undefined ? (offset - at) / size : 0;
      return place(start + share * ((end ?? start) - start));
    },
  };
}

function byWords({ turns }: Visit, words: readonly number[]): Axis {
  const all = Math.max(
    1,
    words.reduce((sum, n) => sum + n, 0),
  );
  let before = 0;
  const spans = words.map((n): readonly [number, number] => {
    before += n;
    return [rounded((before - n) / all), rounded(before / all)];
  });
  return {
    along: 'words',
    turn: (position) => spans[position],
    moment({ position, offset }) {
      const [from, to] = spans[position];
      return rounded(from + ((to - from) * offset) / Math.max(1, turns[position].text.length));
    },
  };
}

function endOf({ parts }: Turn): number | undefined {
  const ends = parts.map(({ end, start }) => end ?? start).filter((n) => n !== undefined);
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

/** The part that an offset stands in. */
function partAt(parts: readonly Part[], offset: number): number {
  const next = parts.findIndex(({ at }) => at > offset);
  return next < 0 ? parts.length - 1 : Math.max(0, next - 1);
}

/** A drawing needs no more. */
function rounded(share: number): number {
  return Number(share.toFixed(4));
}
