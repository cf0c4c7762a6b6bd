import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutations } from '../../scripts/mutations.ts';
import { InputError, isProblem, type Problem } from '../../src/problem.ts';
import { decode } from '../../src/read/bytes.ts';
import { readers } from '../../src/read/index.ts';
import { readSource } from '../../src/read/read.ts';
import { random } from '../../src/statistics/random.ts';
import type { Visit } from '../../src/visit.ts';
import { fixtures, options, sourceOf } from './options.ts';

const files = ['visits', 'visits/twins', 'visits/notes', 'bad'].flatMap((folder) =>
  readdirSync(fixtures + folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name, bytes: readFileSync(`${fixtures}${folder}/${name}`) })),
);

const from = fc.option(fc.constantFrom(...readers.map((reader) => reader.id)), { nil: undefined });
const kind = fc.option(fc.constantFrom('note', 'transcript', 'both'), { nil: undefined });

type Asked = { readonly from?: string; readonly kind?: 'note' | 'transcript' | 'both' };

/** All that comes of a file, the last of it what ends it. Any exception but InputError is the test's failure. */
function read(bytes: Uint8Array, name: string, asked: Asked): (Visit | Problem)[] {
  try {
    return [...readSource(sourceOf(decode(bytes, name), name), { ...options, keep: ['text', '__proto__'], ...asked })];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [error.problem];
  }
}

function expectSense(bytes: Uint8Array, name: string, asked: Asked): void {
  const items = read(bytes, name, asked);
  expect(items.length).toBeGreaterThan(0);
  for (const item of items) {
    if (isProblem(item)) {
      const said = {
        code: expect.stringMatching(/^[a-z]+\.[a-z-]+$/),
        what: expect.stringMatching(/\S/),
        fix: expect.stringMatching(/\S/),
      };
      expect(item).toMatchObject({ ...said, file: name });
      continue;
    }
    expect(item).toMatchObject({ id: expect.any(String), source: name });
    for (const { id, speaker, text, parts } of item.turns) {
      expect([id, speaker, text].every((value) => typeof value === 'string')).toBe(true);
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/[\r\n]|\p{Cs}/u);
      for (const { at, start = 0, end = 0 } of parts) {
        expect(at).toBeLessThanOrEqual(text.length);
        expect(Number.isFinite(start) && Number.isFinite(end)).toBe(true);
      }
    }
  }
}

describe('visits or Problems, whatever comes', () => {
  it.each(mutations.map(({ name, apply }) => [name, apply] as const))('%s', (_, apply) => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), from, kind, ({ name, bytes }, seed, from, kind) => {
        expectSense(apply(bytes, random(seed)), name, { from, kind });
      }),
      { numRuns: 40 },
    );
  });

  it('stretches of bytes dropped and put in', () => {
    const damage = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      drop: fc.nat(80),
      bytes: fc.oneof(fc.uint8Array({ maxLength: 8 }), fc.constantFrom(...SIGNS).map(Buffer.from)),
    });
    const damages = fc.array(damage, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...files), damages, from, kind, ({ name, bytes }, damages, from, kind) => {
        let damaged: Buffer = bytes;
        for (const { at, drop, bytes: more } of damages) {
          const place = Math.floor(at * damaged.length);
          damaged = Buffer.concat([damaged.subarray(0, place), more, damaged.subarray(place + drop)]);
        }
        expectSense(damaged, name, { from, kind });
      }),
      { numRuns: 300 },
    );
  });

  it.each(readers.map(({ id }) => id))('any bytes, and any signs, as %s', (from) => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(fc.constantFrom(...SIGNS), { maxLength: 60 }).map((signs) => Buffer.from(signs.join(''))),
      fc.string({ unit: 'binary', maxLength: 200 }).map(Buffer.from),
    );
    fc.assert(
      fc.property(bytes, kind, (bytes, kind) => expectSense(bytes, 'a.txt', { from, kind })),
      { numRuns: 100 },
    );
  });
});

/** What formats give a meaning to. */
const SIGNS = [
  ...'"{}[]:,;\\<>()\t\r\n\0&',
  '-->',
  '\n\n',
  '<v ',
  '</v>',
  '&#x110000;',
  '\ufeff',
  'null',
  '1e999',
  '  ',
  'Doctor: ',
  'Patient:',
  'WEBVTT\n\n',
  '00:00:00.000 --> 00:00:01.000\n',
  '00:00',
  'speaker,text,visit\n',
  '{"speaker":"Doctor","text":"a"}',
  '"turns":',
  '"ooTextFile" "TextGrid" 0 1 <exists> 1 "IntervalTier" ',
  'sep=;\n',
];

describe('what others would stumble over', () => {
  const ends = (text: string, name: string, more: Asked = {}) =>
    read(Buffer.from(text), name, more).map((item) =>
      isProblem(item) ? `${item.code} ${item.at}` : item.turns.length,
    );

  it('JSON nested without end has a place, and costs no visit beside it', () => {
    expect(ends('['.repeat(1_000_000), 'a.json')).toEqual(['json.syntax line 1, column 1001']);
    const deep = '['.repeat(50_000);
    expect(ends('{"turns":'.repeat(50_000), 'a.json')).toEqual(['json.syntax line 1, column 9001']);
    expect(ends(deep + deep.replaceAll('[', ']'), 'a.json')).toEqual(['json.no-object item 1']);
    const turns = '[{"speaker":"Doctor","text":"a"},{"speaker":"Patient","text":"b"}]';
    const visit = `{"turns":${turns}}`;
    expect(ends(`${visit}\n${deep}\n${visit}`, 'a.ndjson')).toEqual([2, 'ndjson.syntax line 2, column 1001', 2]);
    expect(ends(`[${visit},{"turns":${turns},"x":${deep}${deep.replaceAll('[', ']')}}]`, 'a.json')).toEqual([2, 2]);
  });

  it('entities are decoded once, and tags in tags are no tags', () => {
    const cue = (text: string) =>
      `WEBVTT\n\n00:00.000 --> 00:01.000\n<v Doctor>a\n\n00:01.000 --> 00:02.000\n<v Patient>${text}\n`;
    const said = (text: string) => (read(Buffer.from(cue(text)), 'a.vtt', {})[0] as Visit).turns[1].text;
    expect(said('&amp;lt;b&amp;gt; &amp;amp;')).toBe('&lt;b&gt; &amp;');
    expect(said('&lt;v Doctor&gt;x')).toBe('<v Doctor>x');
    expect(said(`${'<b>'.repeat(50_000)}x${'</b>'.repeat(50_000)}`)).toBe('x');
    expect(said('<!DOCTYPE a [<!ENTITY b "c">]>&b;')).toContain('&b;');
  });

  it('times that no recording has are none, or a Problem', () => {
    const rows = ['NaN', '-1', '1e999', '9'.repeat(400), '99999:99:99', 'Infinity', '1e308'].map(
      (time) => `Doctor,a,${time}`,
    );
    const [visit] = read(Buffer.from(`speaker,text,start\n${rows.join('\n')}\nPatient,b,2\n`), 'a.csv', {});
    expect((visit as Visit).turns.flatMap(({ parts }) => parts.map(({ start }) => start))).toEqual([
      ...rows.map(() => undefined),
      2,
    ]);
    for (const time of ['99999:99:99.000', '-00:00:01.000', 'NaN'])
      expect(ends(`WEBVTT\n\n${time} --> 00:01.000\n<v Doctor>a\n`, 'a.vtt')).toEqual(['vtt.bad-time cue 1']);
    const json = '[{"speaker":"Doctor","text":"a","start":1e999},{"speaker":"Patient","text":"b","start":-5}]';
    const [spoken] = read(Buffer.from(json), 'a.json', {});
    expect((spoken as Visit).turns.map(({ parts }) => parts[0].start)).toEqual([undefined, undefined]);
  });

  it('half a surrogate pair is no character, in any format', () => {
    const json =
      '[{"speaker":"Doctor","text":"a \\ud83d b \\ude00 c \\ud83d\\ude00"},{"speaker":"Patient","text":"b"}]';
    const [visit] = read(Buffer.from(json), 'a.json', {});
    expect((visit as Visit).turns[0].text).toBe('a \ufffd b \ufffd c \u{1f600}');
  });

  it.each([
    ['a row of 100,000 cells', 'a.csv', `visit,speaker,text\na,Doctor,b\na,Patient,c${','.repeat(100_000)}\n`, [2]],
    [
      'one that is filled',
      'a.csv',
      `visit,speaker,text\na,Doctor,b\na,Patient${',c'.repeat(100_000)}\nb,Doctor,a\n`,
      ['csv.fields row 3', 1, 1],
    ],
    ['10,000 columns', 'a.csv', `visit,speaker,text${',c'.repeat(10_000)}\na,Doctor,b${',d'.repeat(10_000)}\n`, [1]],
    ['10,000 columns of nothing known', 'a.csv', `${'column, '.repeat(10_000)}\n1,2\n`, ['csv.no-text row 1']],
    ['a line of 10 MB', 'a.txt', `Doctor: a\nPatient: ${'and so on '.repeat(1_000_000)}\n`, [2]],
    ['a label of 1 MB', 'a.txt', `Doctor: a\nPatient: b\n${'L'.repeat(1_000_000)}: c\n`, [2]],
    ['a label of 1 MB in a cell', 'a.csv', `visit,speaker,text\na,Doctor,b\na,${'L'.repeat(1_000_000)},c\n`, [2]],
    [
      'a quote that never closes',
      'a.csv',
      `visit,speaker,text\na,Doctor,b\nb,Doctor,"${'c\n'.repeat(300_000)}`,
      [1, 'csv.quote row 3'],
    ],
    [
      '100,000 lines that name the delimiter',
      'a.csv',
      `${'sep=;\n'.repeat(100_000)}visit;speaker;text\na;Doctor;b\n`,
      [1],
    ],
  ] as const)('%s', (_, name, text, expected) => {
    expect(ends(text, name)).toEqual(expected);
  });
});

describe('lines that go over the same again and again', () => {
  // Time in the square of such a line's length would be minutes, beyond what a test may take.
  const units = [
    ' ',
    '\t',
    'a ',
    'A.',
    'é,',
    '<v ',
    '<',
    '</v>',
    '&',
    '&#1',
    '[',
    '(',
    '0:',
    '00:00 ',
    '--> ',
    '**',
    'a:',
    '"',
    "'",
    '-',
    '\\',
    '{"',
  ];

  it.each(units)('%j', (unit) => {
    const text = `Doctor: a\nPatient: b\n${unit.repeat(Math.ceil(300_000 / unit.length))}`;
    for (const { id } of readers) expectSense(Buffer.from(text), 'a.txt', { from: id });
  });
});
