const PAUSE_MS = 50;

/** Lets signals and timers in (Ctrl-C, the spinner); undefined where it is not yet time. */
export type Pause = () => Promise<void> | undefined;

/** Pauses for a long run that would not wait otherwise, every 50 ms. */
export function pauses(): Pause {
  let next = performance.now() + PAUSE_MS;
  return () => {
    if (performance.now() < next) return undefined;
    return new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      next = performance.now() + PAUSE_MS;
    });
  };
}
