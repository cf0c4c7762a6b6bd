import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { scoreColumns } from '../../src/score/columns.ts';
import { clean, widthOf, wrap } from '../../src/write/display.ts';
import { table } from '../../src/write/table.ts';
import type { Cell, ColumnSpec, WriteOptions } from '../../src/write/writer.ts';

const columns: ColumnSpec[] = [
  { name: 'visit_id', type: 'text', short: 'visit', rank: 0 },
  { name: 'open_questions', type: 'count', short: 'open quest.', rank: 2 },
  { name: 'share', type: 'ratio', rank: 1 },
  { name: 'flags', type: 'text', rank: 3 },
];
const rows: Cell[][] = [
  ['first', 12, 0.51234, 'short;few-cues'],
  ['second', 0, null, ''],
];
const draw = (of: ColumnSpec[], cells: Cell[][], options: Partial<WriteOptions> = {}): string =>
  [...table.write(of, cells, { guard: false, width: 80, colour: false, ...options })].join('');

beforeAll(() => table.load?.());

describe('a table', () => {
  test('is aligned: texts to the left, figures to the right under their headings, an empty one a dash', () => {
    expect(draw(columns, rows)).toBe(
      [
        '          open',
        'visit   quest.  share  flags',
        '──────────────────────────────────────',
        'first       12   0.51  short; few-cues',
        'second       0      –',
        '',
      ].join('\n'),
    );
  });

  test('drops the columns that rank last where the terminal is narrow, and says how many', () => {
    const narrow = draw(columns, rows, { width: 24 });
    expect(narrow.split('\n').slice(0, 5)).toEqual([
      '          open',
      'visit   quest.  share',
      '─────────────────────',
      'first       12   0.51',
      'second       0      –',
    ]);
    expect(narrow.replaceAll('\n', ' ')).toContain(
      '1 more column: widen the terminal, or write them all with --to csv or -o FILE.',
    );
    expect(draw(columns, rows, { width: 16 })).not.toContain('quest.');
  });

  test('wraps long texts, all of them are there', () => {
    const quote = 'I had not thought of it that way until you said so just now';
    const text = draw([columns[0], { name: 'quote', type: 'text', rank: 1 }], [['v', quote]], { width: 30 });
    const lines = text.split('\n').slice(2, -1);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.map((line) => line.slice(1).trim()).join(' ')).toBe(quote);
  });

  test('does not show a column without a figure', () => {
    expect(draw(columns, [['v', null, 0.5, '']])).not.toMatch(/quest|flags/);
  });

  test('has the figures of a cohort below, ranges as one', () => {
    const foot = () => [
      { label: 'median of 2', cells: [null, 6, 0.5, null] },
      { label: 'range', cells: [null, [0, 12] as const, [0.25, 0.25] as const, null] },
    ];
    const lines = draw(columns, rows, { foot }).split('\n');
    expect(lines.slice(-5)).toEqual([
      '──────────────────────────────────────',
      'median       6   0.50',
      'of 2',
      'range     0–12   0.25',
      '',
    ]);
  });

  test('is coloured only where it is wanted', () => {
    expect(draw(columns, rows)).not.toContain('\u001b');
    const colourful = draw(columns, rows, { colour: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters.
    expect(colourful.replace(/\u001b\[\d+m/g, '')).toBe(draw(columns, rows));
    expect(colourful).toContain('\u001b[33mshort; few-cues\u001b[39m');
  });

  test('counts wide characters as two, and marks on a character as none', () => {
    const text = draw(
      [columns[0], columns[1]],
      [
        ['診察', 1],
        ['cafe\u0301', 1],
        ['plain', 1],
      ],
    );
    const ends = text
      .split('\n')
      .slice(3, 6)
      .map((line) => widthOf(line));
    expect(new Set(ends).size).toBe(1);
  });

  test('shows the figures that matter of a score at 80 columns', () => {
    const row = scoreColumns.map(
      ({ name, type }): Cell => (name === 'visit_id' ? 'clinic/visit-01' : type === 'text' ? 'x' : 1),
    );
    const head = draw([...scoreColumns], [row, row], { width: 80 })
      .split('──')[0]
      .replace(/\s+/g, ' ');
    for (const heading of ['visit', 'open', 'empathy', 'sdm', 'index']) expect(head).toContain(heading);
  });
});

test('nothing that steers a terminal gets through, and no line is wider than it', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '\u001b[2J',
      '\u009b31m',
      'a\u0007b',
      'one\r\ntwo',
      '\u202Eabc',
      '\u2028',
      '診察'.repeat(30),
      'x'.repeat(200),
      '\ud800',
    ),
  );
  const cells = fc.array(
    fc.tuple(nasty, fc.option(fc.nat()), fc.option(fc.double({ min: 0, max: 1, noNaN: true })), nasty),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(cells, fc.integer({ min: 12, max: 120 }), (body, width) => {
      const lines = draw(columns, body, { width }).split('\n');
      expect(lines.filter((line) => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(line))).toEqual([]);
      expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 30_000);

test('wrapping loses nothing but blanks, and keeps to the width', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }).map(clean),
      fc.integer({ min: 2, max: 30 }),
      (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
      },
    ),
  );
});
