/**
 * Parses the subset of compromise's match syntax that rules are written in. What compromise's own parser would take
 * in silence and read otherwise (nesting, `*`, regular expressions, …) is refused with what to write instead.
 */

/** One way to fill an element: words in a row, a list, or every form of a root. */
export type Alternative = { readonly words: readonly string[] } | { readonly list: string } | { readonly root: string };

export interface ParsedElement {
  readonly kind: 'set' | 'any' | 'not';
  readonly alternatives: readonly Alternative[];
  readonly min: number;
  readonly max: number;
}

export interface ParsedPattern {
  readonly elements: readonly ParsedElement[];
  readonly head: boolean;
  readonly tail: boolean;
  readonly capture?: readonly [number, number];
}

/** A fault in a pattern: what is wrong and what to write instead. */
export interface PatternFault {
  readonly what: string;
  readonly fix: string;
}

const MOST_REPEATS = 8;
const WORD = /^[\p{L}\p{N}'’-]+$/u;

const refused: readonly (readonly [RegExp, string, string])[] = [
  [/\*/, '`*` is not part of the syntax', 'write `.{0,8}` for a gap'],
  [/&&/, '`&&` is not part of the syntax', 'write two patterns, or a condition under `when:`'],
  [/[~@%<>]/, '`~ @ % < >` are not part of the syntax', 'write the words, a #List, or name a condition'],
  [/!\S*\?/, '`!x?` says nothing', 'leave the element out'],
  [/\/[^ ]*\//, 'regular expressions are not part of the syntax', 'write the words as a group or a list'],
];

/** Parses one line; a fault where it is no pattern. */
export function parsePattern(line: string): ParsedPattern | PatternFault {
  for (const [regex, what, fix] of refused) if (regex.test(line)) return { what, fix };
  const pieces = cut(line);
  if ('what' in pieces) return pieces;
  const elements: ParsedElement[] = [];
  let head = false;
  let tail = false;
  let open = -1;
  let capture: [number, number] | undefined;
  for (const [index, piece] of pieces.entries()) {
    let body = piece;
    if (body.startsWith('^')) {
      if (index > 0) return { what: '`^` stands inside the pattern', fix: 'put it before the first element' };
      head = true;
      body = body.slice(1);
    }
    if (body.startsWith('[')) {
      if (open >= 0 || capture) return { what: 'a second `[`', fix: 'one capture a pattern' };
      open = elements.length;
      body = body.slice(1);
    }
    if (body.endsWith('$')) {
      if (index < pieces.length - 1)
        return { what: '`$` stands inside the pattern', fix: 'put it after the last element' };
      tail = true;
      body = body.slice(0, -1);
    }
    let closes = false;
    if (body.endsWith(']')) {
      closes = true;
      body = body.slice(0, -1);
    }
    if (body.endsWith('$')) {
      tail = true;
      body = body.slice(0, -1);
    }
    if (body === '') return { what: '`^`, `$`, `[` or `]` stands alone', fix: 'join it to an element' };
    const element = parseElement(body);
    if ('what' in element) return element;
    elements.push(element);
    if (closes) {
      if (open < 0) return { what: 'a `]` without its `[`', fix: 'open the capture' };
      capture = [open, elements.length];
      open = -1;
    }
  }
  if (open >= 0) return { what: 'a `[` without its `]`', fix: 'close the capture' };
  if (elements.length === 0) return { what: 'the pattern is empty', fix: 'write at least one element' };
  if (!head && elements.every((e) => e.kind !== 'set' || e.min === 0)) {
    return { what: 'nothing in the pattern must be there', fix: 'name a word or a list, or begin with `^`' };
  }
  return { elements, head, tail, ...(capture ? { capture } : {}) };
}

/** Cuts at spaces outside parentheses and braces. */
function cut(line: string): string[] | PatternFault {
  const pieces: string[] = [];
  let depth = 0;
  let piece = '';
  for (const char of line) {
    if (char === '(') {
      depth += 1;
      if (depth > 1) return { what: 'a group inside a group', fix: 'write one flat group, or two patterns' };
    }
    if (char === ')') {
      depth -= 1;
      if (depth < 0)
        return {
          what: 'a `)` closes a group that no `(` opened',
          fix: 'write `(` before its first word, or take the `)` out',
        };
    }
    if (char === ' ' && depth === 0) {
      if (piece) pieces.push(piece);
      piece = '';
    } else piece += char;
  }
  if (depth > 0) {
    return {
      what: `the group that begins \`${line.slice(line.lastIndexOf('(')).slice(0, 24)}\` is never closed`,
      fix: 'write `)` after its last word, as in `(sad|sorry) about`',
    };
  }
  if (piece) pieces.push(piece);
  return pieces;
}

function parseElement(text: string): ParsedElement | PatternFault {
  let body = text;
  let min = 1;
  let max = 1;
  const range = /\{(\d+),(\d+)\}$/.exec(body);
  if (range) {
    if (!body.startsWith('.')) return { what: '`{m,n}` on something other than `.`', fix: 'write the element out' };
    min = Number(range[1]);
    max = Number(range[2]);
    body = '.';
    if (max > MOST_REPEATS || min > max)
      return { what: 'a gap of more than 8 words', fix: 'write `.{m,n}` with m ≤ n ≤ 8' };
  } else if (body.endsWith('?')) {
    min = 0;
    body = body.slice(0, -1);
  } else if (body.endsWith('+')) {
    max = MOST_REPEATS;
    body = body.slice(0, -1);
  }
  if (body === '.') return { kind: 'any', alternatives: [], min, max };
  let kind: 'set' | 'not' = 'set';
  if (body.startsWith('!')) {
    kind = 'not';
    body = body.slice(1);
  }
  const inner = body.startsWith('(') && body.endsWith(')') ? body.slice(1, -1) : undefined;
  if (inner === undefined && /[()|]/.test(body)) return { what: '`|` outside a group', fix: 'write `(a|b)`' };
  const alternatives: Alternative[] = [];
  for (const one of inner === undefined ? [body] : inner.split('|')) {
    const alternative = parseAlternative(one.trim());
    if ('what' in alternative) return alternative;
    alternatives.push(alternative);
  }
  return { kind, alternatives, min, max };
}

function parseAlternative(text: string): Alternative | PatternFault {
  if (text === '') return { what: 'an empty alternative', fix: 'take the `|` out; `(a|b)?` makes a group optional' };
  if (text.startsWith('#')) {
    if (!/^#[A-Z][A-Za-z]*$/.test(text)) return { what: `${text} is no list's name`, fix: 'write #Name' };
    return { list: text.slice(1) };
  }
  const root = /^\{(\p{L}+)\}$/u.exec(text);
  if (root) return { root: root[1] };
  const words = text.split(/\s+/);
  for (const word of words) {
    if (/[?+]$/.test(word)) return { what: '`?` or `+` inside a group', fix: 'put it after the `)`' };
    if (!WORD.test(word))
      return { what: `a word with signs that are not read`, fix: 'the scan reads words only: take signs out' };
  }
  return { words: words.map((w) => w.toLowerCase().replaceAll('’', "'")) };
}
