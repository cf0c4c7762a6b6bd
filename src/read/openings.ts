import { type Judge, type Judgement, LABEL } from './labels.ts';
import { BRACKETED_STAMP, STAMP, seconds } from './times.ts';

/**
 * How a label may open a turn:
 * - `colon`   `Doctor: …`, `[00:01:10] Dr. Smith: …`, `Speaker 1 (00:12): …`
 * - `bracket` `[doctor] …`, `(doctor) …`
 * - `stamped` `Speaker 1  00:12`, `00:12 Speaker 1`, `Speaker 1 [00:12] …`
 * - `bare`    `Dr. Smith` alone on its line
 */
export type Form = 'colon' | 'bracket' | 'stamped' | 'bare';

/** In seconds. */
interface Times {
  readonly start?: number;
  readonly end?: number;
}

/** A line that may open a turn. Whether it does, the whole file decides: `labels.ts`, `dialogue.ts`. */
export interface Opening extends Times {
  readonly form: Form;
  readonly label: Judgement;
  /** What follows the label on its line. */
  readonly text: string;
}

const GAP = String.raw`[ \t]{0,8}`;
const SEPARATOR = String.raw`[ \t]{0,8}[-–—|,•·]?[ \t]{0,8}`;

const LEADING_STAMP = new RegExp(`^(?:${BRACKETED_STAMP}|${STAMP}(?=[ \\t]|$))${SEPARATOR}`, 'u');
const BRACKETED_START = new RegExp(`^${BRACKETED_STAMP}`, 'u');
const EMPHASIS = /^(\*{1,3}|_{1,2})(?=\S)(.{1,80}?)\1(:?)/;
const STAMPED_LABEL = new RegExp(
  `^(${LABEL})${SEPARATOR}(?:${BRACKETED_STAMP}|(?<![\\p{L}\\p{N}])${STAMP}(?=[ \\t]*(?:$|:[ \\t]|:$)))(:?)${GAP}`,
  'u',
);
// No address and no time of day: `http://`, `at 11:30`.
const COLON_LABEL = new RegExp(`^(${LABEL})${GAP}(?:(?<!\\d):(?!//)|:(?!//|\\d))`, 'u');
const BRACKET_LABEL = new RegExp(`^(?:\\[${GAP}(${LABEL})${GAP}\\]|\\((${LABEL})\\)):?`, 'u');
const BARE_LABEL = new RegExp(`^(${LABEL})$`, 'u');

/** No label ends further from the start of its line. */
const REACH = 200;

/** What a line would open if its label is one; undefined where it has no such shape. A line's ends are trimmed. */
export function openingOf(line: string, judge: Judge): Opening | undefined {
  const plain = plainOpening(line, judge);
  if (plain) return plain;
  // The patterns are tried only where what they need is there: most lines of a file are read by a glance.
  const colon = line.indexOf(':');
  const { rest, times, stamped } = takeStamp(plainLabel(line));
  if (colon >= 0 && colon < REACH) {
    const found = stampedLabel(rest, judge) ?? colonLabel(rest, times, judge);
    if (found) return found;
  }
  if (rest.startsWith('[') || rest.startsWith('(')) {
    const found = BRACKET_LABEL.exec(rest);
    const label = found?.[1] ?? found?.[2];
    if (!found || !label || !hasLetter(label)) return undefined;
    return { form: 'bracket', label: judge(label), text: rest.slice(found[0].length).trim(), ...times };
  }
  if (rest.length > REACH || !BARE_LABEL.test(rest) || !hasLetter(rest)) return undefined;
  return { form: stamped ? 'stamped' : 'bare', label: judge(rest), text: '', ...times };
}

/** `Doctor: …`, what most lines of most files are, told without the patterns: one word of letters, a colon, a blank. */
function plainOpening(line: string, judge: Judge): Opening | undefined {
  let at = 0;
  while (at < line.length && isPlain(line.charCodeAt(at))) at += 1;
  if (at === 0 || at > WORD || line.charCodeAt(at) !== 58 || line.charCodeAt(at + 1) !== 32) return undefined;
  const text = line.slice(at + 2).trim();
  return opensBracket(text.charCodeAt(0)) ? undefined : { form: 'colon', label: judge(line.slice(0, at)), text };
}

/** The longest word of a label, as in `labels.ts`. */
const WORD = 31;

function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function stampedLabel(line: string, judge: Judge): Opening | undefined {
  const found = STAMPED_LABEL.exec(line);
  if (!found || !hasLetter(found[1])) return undefined;
  const [all, label, a, b, c, d, colon] = found;
  return {
    form: colon === ':' ? 'colon' : 'stamped',
    label: judge(label),
    text: line.slice(all.length).trim(),
    ...range(a ?? c, b ?? d),
  };
}

function colonLabel(line: string, times: Times, judge: Judge): Opening | undefined {
  const found = COLON_LABEL.exec(line);
  if (!found || !hasLetter(found[1])) return undefined;
  const text = line.slice(found[0].length).trim();
  // `Speaker 1: (00:12)` above its text.
  const stamp = BRACKETED_START.exec(text);
  const isStamp = stamp !== null && stamp[0].length === text.length;
  return {
    form: 'colon',
    label: judge(found[1]),
    ...(isStamp ? { text: '', ...range(stamp[1], stamp[2]) } : { text, ...times }),
  };
}

/** A line that opens nothing: its text, and the time in brackets before it, if any. A line that is only a time has no text. */
export function continuationOf(line: string): { text: string } & Times {
  const stamp = leadingStamp(line);
  if (!stamp) return { text: line };
  const isBracketed = stamp[1] !== undefined;
  const text = line.slice(stamp[0].length).trim();
  if (!isBracketed && text !== '') return { text: line };
  return { text, ...range(stamp[1] ?? stamp[3], stamp[2] ?? stamp[4]) };
}

/** `**Doctor:** …` as Markdown exports write it. */
function plainLabel(line: string): string {
  if (!line.startsWith('*') && !line.startsWith('_')) return line;
  const strong = EMPHASIS.exec(line);
  return strong ? strong[2].trim() + strong[3] + line.slice(strong[0].length) : line;
}

function takeStamp(line: string): { rest: string; stamped: boolean; times: Times } {
  const stamp = leadingStamp(line);
  if (!stamp || stamp[0].length === line.length) return { rest: line, stamped: false, times: {} };
  return {
    rest: plainLabel(line.slice(stamp[0].length)),
    stamped: true,
    times: range(stamp[1] ?? stamp[3], stamp[2] ?? stamp[4]),
  };
}

function leadingStamp(line: string): RegExpExecArray | null {
  const code = line.charCodeAt(0);
  return opensBracket(code) || (code >= 48 && code <= 57) ? LEADING_STAMP.exec(line) : null;
}

/** `[`, `(` or `<`. */
function opensBracket(code: number): boolean {
  return code === 91 || code === 40 || code === 60;
}

function range(from: string | undefined, to: string | undefined): Times {
  const start = from === undefined ? undefined : seconds(from);
  const end = to === undefined ? undefined : seconds(to);
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

function hasLetter(label: string): boolean {
  return /\p{L}/u.test(label);
}
