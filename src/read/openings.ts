import { LABEL } from './labels.ts';
import { BRACKETED_STAMP, STAMP, seconds } from './times.ts';

/**
 * How a label may open a turn:
 * - `colon`   `Doctor: …`, `[00:01:10] Dr. Smith: …`, `Speaker 1 (00:12): …`
 * - `bracket` `[doctor] …`, `(doctor) …`
 * - `stamped` `Speaker 1  00:12`, `00:12 Speaker 1`, `Speaker 1 [00:12] …`
 * - `bare`    `Dr. Smith` alone on its line
 */
export type Form = 'colon' | 'bracket' | 'stamped' | 'bare';

/** A line that may open a turn. Whether it does, the whole file decides: `labels.ts`, `dialogue.ts`. */
export interface Opening {
  readonly form: Form;
  readonly label: string;
  /** What follows the label on its line. */
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
}

const GAP = String.raw`[ \t]{0,8}`;
const SEPARATOR = String.raw`[ \t]{0,8}[-–—|,•·]?[ \t]{0,8}`;

const LEADING_STAMP = new RegExp(`^(?:${BRACKETED_STAMP}|${STAMP}(?=[ \\t]|$))${SEPARATOR}`, 'u');
const BRACKETED_START = new RegExp(`^${BRACKETED_STAMP}`, 'u');
const EMPHASIS = /^(\*{1,3}|_{1,2})(?=\S)(.{1,80}?)\1(:?)/;
const STAMPED_LABEL = new RegExp(`^(${LABEL})${SEPARATOR}(?:${BRACKETED_STAMP}|(?<![\\p{L}\\p{N}])${STAMP}(?=[ \\t]*(?:$|:[ \\t]|:$)))(:?)${GAP}`, 'u');
// No address and no time of day: `http://`, `at 11:30`.
const COLON_LABEL = new RegExp(`^(${LABEL})${GAP}(?:(?<!\\d):(?!//)|:(?!//|\\d))`, 'u');
const BRACKET_LABEL = new RegExp(`^(?:\\[${GAP}(${LABEL})${GAP}\\]|\\((${LABEL})\\)):?`, 'u');
const BARE_LABEL = new RegExp(`^(${LABEL})$`, 'u');

/** What a line would open if its label is one; undefined where it has no such shape. A line's ends are trimmed. */
export function openingOf(line: string): Opening | undefined {
  const { rest, times, stamped } = takeStamp(plainLabel(line));
  const behind = STAMPED_LABEL.exec(rest);
  if (behind && hasLetter(behind[1])) {
    const [all, label, a, b, c, d, colon] = behind;
    const form = colon === ':' ? 'colon' : 'stamped';
    return { form, label, text: rest.slice(all.length).trim(), ...range(a ?? c, b ?? d) };
  }
  const named = COLON_LABEL.exec(rest);
  if (named && hasLetter(named[1])) {
    const text = rest.slice(named[0].length).trim();
    // `Speaker 1: (00:12)` above its text.
    const stamp = BRACKETED_START.exec(text);
    if (stamp && stamp[0].length === text.length) return { form: 'colon', label: named[1], text: '', ...range(stamp[1], stamp[2]) };
    return { form: 'colon', label: named[1], text, ...times };
  }
  const bracket = BRACKET_LABEL.exec(rest);
  const inner = bracket?.[1] ?? bracket?.[2];
  if (bracket && inner && hasLetter(inner)) {
    return { form: 'bracket', label: inner, text: rest.slice(bracket[0].length).trim(), ...times };
  }
  const bare = BARE_LABEL.exec(rest);
  if (bare && hasLetter(bare[1])) return { form: stamped ? 'stamped' : 'bare', label: bare[1], text: '', ...times };
  return undefined;
}

/** A line that opens nothing: its text, and the time in brackets before it, if any. A line that is only a time has no text. */
export function continuationOf(line: string): { text: string; start?: number; end?: number } {
  const stamp = LEADING_STAMP.exec(line);
  if (!stamp) return { text: line };
  const isBracketed = stamp[1] !== undefined;
  const text = line.slice(stamp[0].length).trim();
  if (!isBracketed && text !== '') return { text: line };
  return { text, ...range(stamp[1] ?? stamp[3], stamp[2] ?? stamp[4]) };
}

/** `**Doctor:** …` as Markdown exports write it. */
function plainLabel(line: string): string {
  const strong = EMPHASIS.exec(line);
  return strong ? strong[2].trim() + strong[3] + line.slice(strong[0].length) : line;
}

function takeStamp(line: string): { rest: string; stamped: boolean; times: { start?: number; end?: number } } {
  const stamp = LEADING_STAMP.exec(line);
  if (!stamp || stamp[0].length === line.length) return { rest: line, stamped: false, times: {} };
  return {
    rest: plainLabel(line.slice(stamp[0].length)),
    stamped: true,
    times: range(stamp[1] ?? stamp[3], stamp[2] ?? stamp[4]),
  };
}

function range(from: string | undefined, to: string | undefined): { start?: number; end?: number } {
  const start = from === undefined ? undefined : seconds(from);
  const end = to === undefined ? undefined : seconds(to);
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

function hasLetter(label: string): boolean {
  return /\p{L}/u.test(label);
}
