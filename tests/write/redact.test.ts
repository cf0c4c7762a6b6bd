import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identify, redact, redactAll } from '../../src/write/redact/redact.ts';

interface Wanted {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** `{name Karen}` is an identifier; `{date the 21st|21st}` one of which the part after the bar has to be masked. */
function parse(line: string): { text: string; wanted: Wanted[] } {
  let text = '';
  let at = 0;
  const wanted: Wanted[] = [];
  for (const found of line.matchAll(/\{(\w+) ([^}|]*)(?:\|([^}]*))?\}/g)) {
    text += line.slice(at, found.index);
    const part = found[3] ?? found[2];
    const start = text.length + found[2].indexOf(part);
    wanted.push({ kind: found[1], start, end: start + part.length });
    text += found[2];
    at = found.index + found[0].length;
  }
  return { text: text + line.slice(at), wanted };
}

interface Figures {
  found: number;
  missed: number;
  /** Spans of the kind that cover what is no identifier. */
  wrong: number;
}

/** Counts, for each kind, the identifiers of a file that are masked whole, and the spans that mask more. */
function measure(file: string): Record<string, string> {
  const lines = readFileSync(fileURLToPath(new URL(`redact/${file}`, import.meta.url)), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('//'));
  const figures = new Map<string, Figures>();
  const of = (kind: string): Figures => {
    const known = figures.get(kind) ?? { found: 0, missed: 0, wrong: 0 };
    figures.set(kind, known);
    return known;
  };
  for (const { text, wanted } of lines.map(parse)) {
    const [spans] = identify([text]);
    const places = (list: readonly Wanted[]) =>
      new Set(list.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, k) => start + k)));
    const masked = places(spans);
    const right = places(wanted);
    const counts = (at: number) => /[\p{L}\p{N}]/u.test(text[at]);
    for (const one of wanted) {
      const isMasked = [...places([one])].every((at) => masked.has(at) || !counts(at));
      of(one.kind)[isMasked ? 'found' : 'missed'] += 1;
    }
    for (const span of spans) {
      if ([...places([span])].some((at) => !right.has(at) && counts(at))) of(span.kind).wrong += 1;
    }
  }
  return Object.fromEntries(
    [...figures].map(([kind, { found, missed, wrong }]) => [kind, `${found} of ${found + missed}, ${wrong} wrong`]),
  );
}

describe('redaction', () => {
  it('finds the identifiers of the sentences it was written on', () => {
    expect(measure('sentences.txt')).toEqual({
      name: '51 of 51, 0 wrong',
      date: '23 of 23, 0 wrong',
      place: '15 of 15, 0 wrong',
      address: '13 of 13, 0 wrong',
      age: '7 of 7, 0 wrong',
      phone: '11 of 11, 0 wrong',
      email: '2 of 2, 0 wrong',
      web: '5 of 5, 0 wrong',
      record: '13 of 13, 0 wrong',
    });
  });

  it('finds most identifiers of sentences written after it', () => {
    expect(measure('unseen.txt')).toEqual({
      name: '16 of 21, 1 wrong',
      place: '5 of 6, 0 wrong',
      address: '4 of 4, 0 wrong',
      date: '9 of 9, 0 wrong',
      age: '1 of 2, 0 wrong',
      phone: '4 of 4, 0 wrong',
      email: '1 of 1, 0 wrong',
      web: '1 of 1, 0 wrong',
      record: '3 of 3, 0 wrong',
    });
  });

  it('knows a name again that another turn gave away', () => {
    const turns = [
      'My name is Ysolde Marrowby.',
      'Thank you, that is clear.',
      'It is Ysolde who drives me, says Marrowby.',
    ];
    expect(redactAll(turns)).toEqual([
      'My name is ██████ ████████.',
      'Thank you, that is clear.',
      'It is ██████ who drives me, says ████████.',
    ]);
    expect(redact(turns[2])).toBe(turns[2]);
    expect(redactAll(['is tavish here'], ['Tavish Orlo'])).toEqual(['is ██████ here']);
  });

  it('keeps every text as long as it was, whatever it holds', () => {
    const bits = fc.constantFrom(
      'Dr. ',
      'Karen',
      ' 𠮷野',
      'i am ',
      '07700 900123',
      ' at ',
      'x@y.org',
      ' 3/17/1946 ',
      '’s ',
      '\n',
      '👩‍⚕️',
    );
    const text = fc
      .array(fc.oneof(bits, fc.string({ unit: 'grapheme' })), { maxLength: 30 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        for (const [at, masked] of redactAll(texts).entries()) {
          expect(masked.length).toBe(texts[at].length);
          const [before, after] = [[...texts[at]], [...masked]];
          expect(after.length).toBe(before.length);
          expect(after.every((char, k) => char === before[k] || char === '█' || char === '🔳')).toBe(true);
        }
      }),
    );
  });

  it('takes time in proportion to the text, in words of any shape', () => {
    for (const bit of [
      'a',
      'a.',
      'a-',
      'a dot ',
      '1 ',
      '1-',
      'Dr. ',
      'Mark ',
      "i'm ",
      '12/',
      'st ',
      'the first of ',
      'A B ',
    ]) {
      const text = bit.repeat(60_000 / bit.length);
      expect(redact(text)).toHaveLength(text.length);
    }
  });
});
