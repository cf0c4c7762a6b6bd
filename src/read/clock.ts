import { seconds } from './times.ts';

const NUMBER = /^(\d+(?:[.,]\d*)?|[.,]\d+)\s*(?:s|secs?|seconds)?$/i;

/** No time is written in more characters. */
const LONGEST = 40;

/** Seconds of a cell or a JSON value: `83.5`, `83,5`, `83 s`, `1:23`, `00:01:23.500`; undefined where it is no such time. */
export function secondsOf(time: unknown): number | undefined {
  if (typeof time === 'number') return isTime(time) ? time : undefined;
  if (typeof time !== 'string' || time === '') return undefined;
  const text = time.trim().replace(/^\[(.*)\]$/, '$1');
  if (text.length > LONGEST) return undefined;
  const number = NUMBER.exec(text);
  return number ? secondsOf(Number(number[1].replace(',', '.'))) : seconds(text);
}

/** Dates as numbers of milliseconds are times too; beyond the safe integers differences are lost. */
export function isTime(time: number): boolean {
  return time >= 0 && time <= Number.MAX_SAFE_INTEGER;
}
