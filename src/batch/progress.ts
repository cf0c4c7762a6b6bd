import type { Ora } from 'ora';

/** Nothing is shown of a run that ends before. */
const PATIENCE_MS = 400;
/** Share of the bytes after which the time left is worth telling. */
const TELLING = 0.02;

/** Counts what a run has done and shows it; every method is cheap. */
export interface Progress {
  readonly visit: () => void;
  /** So many bytes of the input lie behind. */
  readonly bytes: (more: number) => void;
  /** Takes the line away, so that something else can be printed. */
  readonly clear: () => void;
  readonly stop: () => void;
}

/**
 * Shows a spinner with count, rate and time left on standard error, a terminal, if `wanted`; else does nothing. `total` bytes
 * are to be read; 0 where nobody knows.
 */
export function startProgress(total: number, wanted: boolean): Progress {
  // A terminal without a width (a bare pseudo-terminal) would have ora clear lines without end.
  if (!wanted || !(process.stderr.columns > 0)) return { visit() {}, bytes() {}, clear() {}, stop() {} };
  const begin = performance.now();
  let visits = 0;
  let done = 0;
  let spinner: Ora | undefined;
  let over = false;
  const text = () => statusLine(visits, (performance.now() - begin) / 1000, total > 0 ? done / total : 0);
  const show = async () => {
    const { default: ora } = await import('ora');
    if (!over) spinner = ora({ text: text(), stream: process.stderr, discardStdin: false }).start();
  };
  const first = setTimeout(() => void show(), PATIENCE_MS);
  const refresh = setInterval(() => {
    if (spinner) spinner.text = text();
  }, 200);
  return {
    visit() {
      visits += 1;
    },
    bytes(more) {
      done += more;
    },
    clear() {
      spinner?.clear();
    },
    stop() {
      over = true;
      clearTimeout(first);
      clearInterval(refresh);
      spinner?.stop();
    },
  };
}

/** `1204 visits, 310 a second, 1 min 20 s left`; `share` of the input's bytes lies behind. */
export function statusLine(visits: number, seconds: number, share: number): string {
  const rate = seconds > 0 ? visits / seconds : 0;
  const parts = [
    `${visits} ${visits === 1 ? 'visit' : 'visits'}`,
    `${rate < 10 ? rate.toFixed(1) : rate.toFixed(0)} a second`,
  ];
  if (share >= TELLING && share < 1) parts.push(`${duration((seconds * (1 - share)) / share)} left`);
  return parts.join(', ');
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
