import { seconds } from './times.ts';

const NUMBER = /^(\d+(?:[.,]\d*)?|[.,]\d+)\s*(?:s|secs?|seconds)?$/i;

/** Seconds of a cell or a JSON value: `83.5`, `83,5`, `83 s`, `1:23`, `00:01:23.500`; undefined where it is no such time. */
export function secondsOf(time: unknown): number | undefined {
  if (typeof time === 'number') return Number.isFinite(time) && time >= 0 ? time : undefined;
  if (typeof time !== 'string') return undefined;
  const text = time.trim().replace(/^\[(.*)\]$/, '$1');
  const number = NUMBER.exec(text);
  return number ? Number(number[1].replace(',', '.')) : seconds(text);
}
