import { InputError } from '../problem.ts';

export interface Tier {
  readonly name: string;
  readonly intervals: readonly Interval[];
}

export interface Interval {
  /** 1-based, in its tier. */
  readonly number: number;
  /** Seconds. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Token =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'flag'; readonly value: string };

/**
 * The interval tiers of a Praat TextGrid, long or short form. What counts are the free-standing texts, numbers and flags; all
 * else, `xmin =` or `intervals [3]:`, is comment (Praat manual, "TextGrid file formats"). Throws InputError where the file
 * breaks off or is no TextGrid: half a recording is no visit.
 */
export function parseGrid(text: string, file: string): Tier[] {
  const read = scanner(text, file);
  const flavour = read.text();
  if (/chronological/.test(flavour))
    throw read.fault('chronological', 'this is a chronological TextGrid', 'Open it in Praat and save it as text file.');
  if (!flavour.startsWith('ooTextFile') || read.text() !== 'TextGrid') {
    throw read.fault('other', 'this is no TextGrid', 'Open it in Praat and save the TextGrid as text file.');
  }
  read.number();
  read.number();
  const tiers: Tier[] = [];
  if (read.flag() !== 'exists') return tiers;
  const count = read.number();
  for (let i = 0; i < count; i++) {
    const isPoints = read.text() === 'TextTier';
    const name = read.text();
    read.number();
    read.number();
    const size = read.number();
    const intervals: Interval[] = [];
    for (let number = 1; number <= size; number++) {
      const start = read.time();
      const end = isPoints ? start : read.time();
      intervals.push({ number, start, end, text: read.text() });
    }
    if (!isPoints) tiers.push({ name, intervals });
  }
  return tiers;
}

/** Hands out the tokens of a file one by one, each as the kind that must come next. */
function scanner(source: string, file: string) {
  let at = 0;
  const fault = (code: string, what: string, fix: string): InputError => {
    const line = source
      .slice(0, at)
      .trimEnd()
      .split(/\r\n|\r|\n/).length;
    return new InputError({ code: `textgrid.${code}`, file, at: `line ${line}`, what, fix });
  };
  const next = (): Token => {
    const token = nextToken(source, at);
    if (token === undefined || token === 'open') {
      at = source.length;
      throw fault(
        'cut',
        'the file ends before its last tier is complete',
        'Save it again from Praat, or copy it again: it has been cut off.',
      );
    }
    at = token.end;
    if (token.token.kind === 'text' && /\S/.test(source.charAt(at))) {
      throw fault(
        'quote',
        'a text is followed by something else than a blank',
        'Write a quote inside a text twice ("").',
      );
    }
    return token.token;
  };
  const expect = <K extends Token['kind']>(kind: K) => {
    const token = next();
    if (token.kind === kind) return token.value as Extract<Token, { kind: K }>['value'];
    throw fault(
      'order',
      `there is a ${token.kind} where a ${kind} must stand`,
      'Open it in Praat, mend it and save it as text file.',
    );
  };
  const time = () => {
    const seconds = expect('number');
    if (Math.abs(seconds) <= Number.MAX_SAFE_INTEGER) return seconds;
    throw fault('time', 'this is no time of a recording', 'Open it in Praat, mend it and save it as text file.');
  };
  return { fault, time, text: () => expect('text'), number: () => expect('number'), flag: () => expect('flag') };
}

const TOKEN = /<(\w+)>|([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\S*|![^\r\n]*|\S+/iy;

/** The token at or after a place; `open` for a text that never closes, undefined at the end. */
function nextToken(source: string, from: number): { token: Token; end: number } | 'open' | undefined {
  for (let at = from; ; ) {
    while (at < source.length && /\s/.test(source[at])) at++;
    if (source[at] === '"') {
      const end = closingQuote(source, at + 1);
      if (end < 0) return 'open';
      return { token: { kind: 'text', value: source.slice(at + 1, end).replaceAll('""', '"') }, end: end + 1 };
    }
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(source);
    if (!found) return undefined;
    const [, flag, number] = found;
    at = TOKEN.lastIndex;
    if (flag !== undefined) return { token: { kind: 'flag', value: flag }, end: at };
    if (number !== undefined) return { token: { kind: 'number', value: Number(number) }, end: at };
  }
}

/** The next quote that is not doubled; -1 where there is none. */
function closingQuote(source: string, from: number): number {
  let at = source.indexOf('"', from);
  while (at >= 0 && source[at + 1] === '"') at = source.indexOf('"', at + 2);
  return at;
}
