/** Milliseconds between two steps of a journal. */
const SHORTEST = 100;
const LONGEST = 5000;
/** The share of its time that a run may lose to an interruption while it is young. */
const LOSS = 0.1;
/** A step takes no larger share of the time than one in so many. */
const COST = 20;

/** When a run has to see to it that what it has done lasts. */
export interface Rhythm {
  readonly isDue: () => boolean;
  /** Takes the step, and the time that it takes. */
  readonly take: (step: () => void) => void;
}

/** Often at first, later every 5 seconds; more seldom where the disk is slow. */
export function rhythm(): Rhythm {
  const begin = performance.now();
  let next = begin + SHORTEST;
  return {
    isDue: () => performance.now() >= next,
    take(step) {
      const from = performance.now();
      step();
      const now = performance.now();
      const wait = Math.min(LONGEST, Math.max(SHORTEST, (now - begin) * LOSS));
      next = now + Math.max(wait, (now - from) * COST);
    },
  };
}
