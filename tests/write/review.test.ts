import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Moment } from '../../src/visit.ts';
import { clean, widthOf } from '../../src/write/display.ts';
import { markedText } from '../../src/write/review/marked.ts';
import { type Run, wrapRuns } from '../../src/write/review/runs.ts';
import { nest, type Span } from '../../src/write/review/spans.ts';

const CODES = ['question.open', 'empathy.name', 'sdm.choice', 'listening.reflection.simple', 'house.rule'];

function momentOf(text: string, from: number, to: number, code: string): Moment {
  const start = [...text.slice(0, from)].length;
  const quote = text.slice(from, to);
  const rule = `${code}/test`;
  return { visit: 'v', turn: '1', code, start, end: start + [...quote].length, quote, rule, position: 0, offset: from };
}

/** A turn's text of any signs, and moments over it at whole signs, crossing as they like. */
const marked = fc
  .tuple(
    fc.string({
      unit: fc.constantFrom('a', 'é', ' ', '.', '😀', '漢', '\u001b', '\u202e', '\n', '?', ']', '\u0301'),
      minLength: 1,
    }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...CODES)), { maxLength: 6 }),
  )
  .map(([text, drawn]) => {
    const edges = [0];
    for (const sign of text) edges.push(edges[edges.length - 1] + sign.length);
    const moments = drawn.flatMap(([a, b, code]) => {
      const [from, to] = [a % edges.length, b % edges.length].sort((x, y) => x - y);
      return from === to ? [] : [momentOf(text, edges[from], edges[to], code)];
    });
    return { text, moments };
  });

function flat(spans: readonly Span[]): Span[] {
  return spans.flatMap((span) => [span, ...flat(span.inner)]);
}

/** What is said, without what the page adds. */
function said(runs: readonly Run[]): string {
  return runs
    .filter(({ look }) => look.kind === 'plain' || look.kind === 'moment')
    .map(({ text }) => text)
    .join('');
}

describe('moments in a text', () => {
  test('every moment is covered by its spans, and spans lie within each other or apart', () => {
    fc.assert(
      fc.property(marked, ({ moments }) => {
        const roots = nest(moments);
        for (const moment of moments) {
          const mine = flat(roots).filter((span) => span.moments.includes(moment));
          const words = mine.sort((a, b) => a.from - b.from);
          expect(words[0].from).toBe(moment.offset);
          expect(words[words.length - 1].to).toBe(moment.offset + moment.quote.length);
          for (const [k, span] of words.slice(1).entries()) expect(span.from).toBe(words[k].to);
        }
        for (const span of flat(roots))
          for (const inner of span.inner) expect(inner.from >= span.from && inner.to <= span.to).toBe(true);
      }),
    );
  });

  test('marking adds codes and takes nothing away; no control sign is left', () => {
    fc.assert(
      fc.property(marked, ({ text, moments }) => {
        const runs = markedText(text, moments, true, () => undefined);
        expect(said(runs).replace(/\s+/g, '')).toBe(clean(text).replace(/\s+/g, ''));
        expect(runs.map((run) => run.text).join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        const plain = markedText(text, moments, false, () => undefined);
        for (const { code } of moments) expect(said(plain)).toContain(code);
      }),
    );
  });

  test('a moment that crosses the end of another is cut there, and its code stands at its own end', () => {
    const text = 'one two three four';
    const moments = [momentOf(text, 0, 13, 'empathy.name'), momentOf(text, 4, 18, 'question.open')];
    const of = (colour: boolean) =>
      markedText(text, moments, colour, () => undefined)
        .map((run) => run.text)
        .join('');
    expect(of(false)).toBe('[empathy.name: one [question.open: two three]][question.open …:  four]');
    expect(of(true)).toBe('one two three‹name› four‹open›');
  });

  test('the code stands behind the punctuation that ends the words, and before what follows', () => {
    const text = 'So, is it sore? (Yes?) Fine.';
    const moments = [momentOf(text, 4, 14, 'question.open'), momentOf(text, 17, 20, 'sdm.choice')];
    const runs = markedText(text, moments, true, () => undefined);
    expect(runs.map((run) => run.text).join('')).toBe('So, is it sore?‹open› (Yes?)‹choice› Fine.');
  });
});

test('lines keep every sign and the looks they had, and none is too wide', () => {
  fc.assert(
    fc.property(marked, fc.integer({ min: 4, max: 30 }), ({ text, moments }, width) => {
      const runs = markedText(text, moments, true, () => undefined);
      const lines = wrapRuns(runs, width);
      const looks = (list: readonly Run[]): string[] =>
        list.flatMap((run) =>
          [...run.text].filter((sign) => sign.trim() !== '').map((sign) => `${sign}${run.look.kind}`),
        );
      expect(looks(lines.flat())).toEqual(looks(runs));
      for (const line of lines) expect(widthOf(line.map((run) => run.text).join(''))).toBeLessThanOrEqual(width);
    }),
  );
});
