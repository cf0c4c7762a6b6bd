/** Exit code of a run that was interrupted. */
const INTERRUPTED = 130;

export interface Interrupt {
  /** The exit code, once a signal has come. */
  readonly code: () => number | undefined;
  readonly stop: () => void;
}

/** Turns the first Ctrl-C into a question that the run asks itself, so that what is finished is kept; the second one ends us at once. */
export function listen(): Interrupt {
  let code: number | undefined;
  const hear = () => {
    code = INTERRUPTED;
    stop();
  };
  const stop = () => {
    process.off('SIGINT', hear);
    process.off('SIGTERM', hear);
  };
  process.on('SIGINT', hear);
  process.on('SIGTERM', hear);
  return { code: () => code, stop };
}
