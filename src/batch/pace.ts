const PAUSE_MS = 50;

/** A source that is drawn from without waiting, and filled beforehand by one that may wait. */
export interface Feed<T> {
  readonly items: Iterable<T>;
  /** Draws from the source until so many items wait; lets signals and timers in (Ctrl-C, the spinner), at most every 50 ms. */
  readonly fill: (count: number) => Promise<void>;
}

/** Lets a long run of plain generators be interrupted: their consumer stays synchronous, `fill` is awaited before each draw. */
export function feed<T>(source: Iterable<T>): Feed<T> {
  const iterator = source[Symbol.iterator]();
  const queue: T[] = [];
  let ended = false;
  let pause = performance.now() + PAUSE_MS;
  const draw = (): boolean => {
    if (ended) return false;
    const next = iterator.next();
    if (next.done) ended = true;
    else queue.push(next.value);
    return !ended;
  };
  const items = function* (): Generator<T> {
    do {
      while (queue.length > 0) yield queue.shift() as T;
    } while (draw());
  };
  return {
    items: items(),
    async fill(count) {
      do {
        if (performance.now() < pause) continue;
        await new Promise<void>((resolve) => setImmediate(resolve));
        pause = performance.now() + PAUSE_MS;
      } while (queue.length < count && draw());
    },
  };
}
