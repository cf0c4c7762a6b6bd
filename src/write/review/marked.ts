import type { Moment } from '../../visit.ts';
import { clean } from '../display.ts';
import { familyOf, leading, shortCode } from './families.ts';
import { DIM, type Look, PLAIN, type Run } from './runs.ts';
import { nest, type Span } from './spans.ts';

/** What stands behind a moment's code: the number of a cue, by which its answer is told. */
export type NumberOf = (moment: Moment) => number | undefined;

/**
 * A turn's text with its moments marked. In colour, the words of a moment have their family's colour and the code follows in
 * ‹›, after the punctuation that ends the words; without, words and codes stand in brackets: `[empathy.name: That sounds hard].`
 * The text is cut at the moments' offsets before it is cleaned, so that what cleaning drops moves no mark.
 */
export function markedText(text: string, moments: readonly Moment[], colour: boolean, numberOf: NumberOf): Run[] {
  const runs: Run[] = [];
  const mark = colour ? inColour : inBrackets;
  mark(text, { from: 0, to: text.length, moments: [], rest: false, more: false, inner: nest(moments) }, runs, numberOf);
  return runs;
}

function inColour(text: string, { from, to, moments, inner }: Span, runs: Run[], numberOf: NumberOf): number {
  const look: Look = moments.length > 0 ? { kind: 'moment', family: leading(codesOf(moments)).id } : PLAIN;
  let at = from;
  for (const [k, span] of inner.entries()) {
    push(runs, text.slice(at, span.from), look);
    at = inColour(text, span, runs, numberOf);
    // The punctuation goes before the code, as far as neither the next span nor the one around takes it.
    const limit = Math.min(to, inner[k + 1]?.from ?? to);
    const [end] = /^[^\s\p{L}\p{N}]{0,3}/u.exec(text.slice(at, limit)) ?? [''];
    push(runs, end, look);
    at += end.length;
    if (!span.more) pushCodes(runs, span, numberOf);
  }
  push(runs, text.slice(at, to), look);
  return to;
}

function pushCodes(runs: Run[], { moments }: Span, numberOf: NumberOf): void {
  push(runs, '‹', DIM);
  for (const [k, moment] of moments.entries()) {
    const number = numberOf(moment);
    if (k > 0) push(runs, '·', DIM);
    push(runs, `${shortCode(moment.code)}${number === undefined ? '' : `#${number}`}`, {
      kind: 'label',
      family: familyOf(moment.code).id,
    });
  }
  push(runs, '›', DIM);
}

function inBrackets(text: string, { from, to, moments, rest, inner }: Span, runs: Run[], numberOf: NumberOf): number {
  if (moments.length > 0) {
    const codes = moments.map((moment) => {
      const number = numberOf(moment);
      return `${moment.code}${number === undefined ? '' : `#${number}`}`;
    });
    push(runs, `[${codes.join(', ')}${rest ? ' …' : ''}: `, PLAIN);
  }
  let at = from;
  for (const span of inner) {
    push(runs, text.slice(at, span.from), PLAIN);
    at = inBrackets(text, span, runs, numberOf);
  }
  push(runs, text.slice(at, to), PLAIN);
  if (moments.length > 0) push(runs, ']', PLAIN);
  return to;
}

function push(runs: Run[], text: string, look: Look): void {
  const safe = clean(text);
  if (safe !== '') runs.push({ text: safe, look });
}

function codesOf(moments: readonly Moment[]): string[] {
  return moments.map(({ code }) => code);
}
