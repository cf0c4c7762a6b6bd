import type { VisitData } from '../visit-data.ts';

/** A stretch of a turn whose moments overlap; a reader goes from one to the next. */
export interface Passage {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  /** Indices of its moments, in the order of the text. */
  readonly moments: readonly number[];
  /** Its text cut wherever a moment begins or ends. */
  readonly segments: readonly Segment[];
}

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Indices of the moments that it is part of. */
  readonly moments: readonly number[];
}

/** The passages of every turn, in the order of the text. */
export function passagesOf({ turns, moments }: VisitData): Passage[][] {
  const passages: Passage[][] = turns.map(() => []);
  let open: number[] = [];
  let end = -1;
  const close = (): void => {
    if (open.length === 0) return;
    const { turn, start } = moments[open[0]];
    passages[turn].push({ turn, start, end, moments: open, segments: segmentsOf(open, { moments }) });
    open = [];
  };
  for (const [k, moment] of moments.entries()) {
    if (open.length > 0 && moment.turn === moments[open[0]].turn && moment.start < end) {
      open.push(k);
      end = Math.max(end, moment.end);
      continue;
    }
    close();
    open = [k];
    end = moment.end;
  }
  close();
  return passages;
}

function segmentsOf(indices: readonly number[], { moments }: Pick<VisitData, 'moments'>): Segment[] {
  const cuts = [...new Set(indices.flatMap((k) => [moments[k].start, moments[k].end]))].sort((a, b) => a - b);
  return cuts.slice(1).map((end, k) => {
    const start = cuts[k];
    return { start, end, moments: indices.filter((i) => moments[i].start < end && start < moments[i].end) };
  });
}
