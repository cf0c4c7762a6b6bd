import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { json } from '../../src/read/json.ts';
import { ndjson } from '../../src/read/ndjson.ts';
import type { ReadOptions } from '../../src/read/reader.ts';
import { options, sourceOf } from './options.ts';
import { readAll } from './readall.ts';

const read = (value: unknown, more: Partial<ReadOptions> = {}) =>
  readAll(json, sourceOf(JSON.stringify(value), 'a.json'), more);
const readText = (text: string) => readAll(json, sourceOf(text, 'a.json'));
const readLines = (...lines: unknown[]) =>
  readAll(
    ndjson,
    sourceOf(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'), 'a.ndjson'),
  );

const turns = [
  { speaker: 'Doctor', text: 'Come in.', start: 0.5, end: 1.5, turn: 'a' },
  { speaker: 'Doctor', text: ' Sit\n down. ', start: '00:00:02' },
  { speaker: 'Patient', text: null },
];

describe('a visit', () => {
  it('is its own schema', () => {
    expect(read({ visit_id: 'v1', turns })).toEqual([
      {
        id: 'v1',
        source: 'a.json',
        kind: 'transcript',
        turns: [
          {
            id: 'a',
            speaker: 'Doctor',
            role: 'other',
            text: 'Come in.',
            parts: [{ place: 'turn 1', at: 0, start: 0.5, end: 1.5 }],
          },
          {
            id: '2',
            speaker: 'Doctor',
            role: 'other',
            text: 'Sit down.',
            parts: [{ place: 'turn 2', at: 0, start: 2 }],
          },
          { id: '3', speaker: 'Patient', role: 'other', text: '', parts: [{ place: 'turn 3', at: 0 }] },
        ],
      },
    ]);
  });

  it('is a note where it has one alone, or on demand', () => {
    const note = 'Cough for a week.\n\nPlan: rest.';
    expect(read({ day: 1, consultation: 13, note })).toMatchObject([
      {
        id: 'a',
        kind: 'note',
        turns: [{ text: 'Cough for a week.' }, { text: 'Plan: rest.', parts: [{ place: 'note line 3' }] }],
      },
    ]);
    const both = { id: 5, turns, note };
    expect(read(both)).toMatchObject([{ id: '5', kind: 'transcript' }]);
    expect(read(both, { kind: 'note' })).toMatchObject([{ id: '5', kind: 'note' }]);
    expect(read(both, { kind: 'both' })).toMatchObject([{ kind: 'transcript' }, { kind: 'note' }]);
    expect(read({ turns }, { kind: 'note' })).toMatchObject([{ code: 'json.no-note' }]);
  });

  it('may hold its dialogue in one text', () => {
    expect(read({ id: 'v1', dialogue: 'Doctor: Hello.\nPatient: Hi.' })).toMatchObject([
      { id: 'v1', turns: [{ speaker: 'Doctor' }, { text: 'Hi.' }] },
    ]);
    expect(read({ id: 'v1', turns: ['Doctor: Hello.', 'Patient: Hi.'] })).toMatchObject([
      { turns: [{ speaker: 'Doctor' }, { text: 'Hi.' }] },
    ]);
  });

  it('takes the keys that --map names, and carries others through', () => {
    const value = { besuch: 'v1', turns: [{ wer: 'Doctor', was: 'Hello.' }], ward: 3 };
    expect(
      read(value, { map: { visit: 'besuch', speaker: 'wer', text: 'was' }, keep: ['ward', 'site'] }),
    ).toMatchObject([{ id: 'v1', turns: [{ speaker: 'Doctor', text: 'Hello.' }], extra: { ward: '3' } }]);
  });

  it('names what its turns lack, once', () => {
    expect(
      read({ turns: [turns[0], { text: 'x' }, { text: 'y' }, 'z', { speaker: 'Doctor', text: 'Bye.' }] }),
    ).toMatchObject([
      { code: 'json.no-label', at: 'turn 2', what: expect.stringContaining('1 more') },
      { code: 'json.no-text', at: 'turn 4' },
      { turns: [{ id: 'a' }, { id: '5' }] },
    ]);
  });
});

describe('several visits', () => {
  it('stand in an array or under "visits"', () => {
    const visits = [{ id: 'v1', turns }, { turns }, 3];
    const outcome = [
      { id: 'v1' },
      { id: 'a#2', turns: [{ parts: [{ place: 'item 2, turn 1' }] }, {}, {}] },
      { code: 'json.no-object', at: 'item 3' },
    ];
    expect(read(visits)).toMatchObject(outcome);
    expect(read({ visits })).toMatchObject(outcome);
    expect(read([])).toMatchObject([{ code: 'json.empty' }]);
  });

  it('may be turns that name their visit', () => {
    const list = ['v1', 'v1', 'v2', 'v1', 'v3'].map((visit_id, id) => ({
      visit_id,
      id,
      speaker: 'Doctor',
      text: 'Hello.',
    }));
    expect(read(list)).toMatchObject([
      { id: 'v1', turns: [{ id: '0' }, { id: '1' }] },
      { id: 'v2' },
      { id: 'v1', inRows: true, turns: [{ id: '3', parts: [{ place: 'item 4' }] }] },
      { id: 'v3' },
    ]);
  });

  it('or lines, one a visit or one a turn', () => {
    expect(readLines({ id: 'v1', turns }, { turns }, '', { id: 'v3', note: 'Well.' })).toMatchObject([
      { id: 'v1', turns: [{ parts: [{ place: 'line 1' }] }, {}, {}] },
      { id: 'a#2' },
      { id: 'v3', kind: 'note' },
    ]);
    const lines = [
      { visit_id: 'v1', text: 'a', speaker: 'Doctor' },
      '{"visit_id": "v1", "text"',
      { visit_id: 'v1', text: 'b', speaker: 'Patient' },
    ];
    expect(readLines(...lines)).toMatchObject([
      { code: 'ndjson.syntax', at: 'line 2, column 26' },
      { id: 'v1', turns: [{ id: '1' }, { id: '3', parts: [{ place: 'line 3' }] }] },
    ]);
  });

  it('in lines are read as JSON too, where they are too long to be told apart', () => {
    const long = { id: 'v1', turns: [{ speaker: 'Doctor', text: 'so '.repeat(40_000) }] };
    const text = `${JSON.stringify(long)}\n${JSON.stringify({ id: 'v2', turns })}\n`;
    expect(ndjson.sniff(text.slice(0, 65_536), options)).toBe(false);
    expect(readText(text)).toMatchObject([{ id: 'v1' }, { id: 'v2' }]);
  });
});

describe('what speech recognisers write', () => {
  const pieces = [
    { speaker: 'B', text: ' Hello', start: 1, end: 2 },
    { speaker: 'B', text: 'there.', start: 2, end: 3 },
    { text: 'Mm.', start: 3, end: 3.5 },
    { speaker: 'A', text: 'Hi.', start: 4, end: 5 },
  ];

  it('is a turn for the consecutive pieces of a speaker; nobody’s stay', () => {
    expect(read({ segments: pieces })).toMatchObject([
      {
        turns: [
          {
            speaker: 'B',
            text: 'Hello there.',
            parts: [
              { place: 'segment 1', start: 1 },
              { place: 'segment 2', at: 6, end: 3 },
            ],
          },
          { speaker: '', text: 'Mm.' },
          { id: '3', speaker: 'A' },
        ],
      },
    ]);
  });

  it('counts speakers, and in milliseconds where it says how long the recording is', () => {
    const list = [{ speaker: 0, text: 'Hi.', start: 1500, end: 2000 }];
    expect(read({ audio_duration: 2, utterances: list })).toMatchObject([
      { turns: [{ speaker: 'Speaker 0', parts: [{ start: 1.5, end: 2 }] }] },
    ]);
    expect(read({ utterances: list })).toMatchObject([{ turns: [{ parts: [{ start: 1500 }] }] }]);
  });

  it('keeps utterances without times apart: they are somebody’s turns', () => {
    const list = ['a', 'b'].map((text) => ({ speaker: 'Doctor', text }));
    expect(read({ utterances: list })).toMatchObject([
      { turns: [{ text: 'a', parts: [{ place: 'turn 1' }] }, { text: 'b' }] },
    ]);
  });

  it('joins the words of Rev AI', () => {
    const elements = [
      { type: 'text', value: 'Come', ts: 0.5, end_ts: 0.7 },
      { type: 'punct', value: ' ' },
      { type: 'text', value: 'in', ts: 0.8, end_ts: 0.9 },
      { type: 'punct', value: '.' },
    ];
    expect(read({ monologues: [{ speaker: 1, elements }] })).toMatchObject([
      { turns: [{ speaker: 'Speaker 1', text: 'Come in.', parts: [{ start: 0.5, end: 0.9 }] }] },
    ]);
  });
});

describe('a broken file', () => {
  it('keeps the visits before the fault, not the one in it', () => {
    const whole = JSON.stringify({
      visits: [
        { id: 'v1', turns },
        { id: 'v2', turns },
        { id: 'v3', turns },
      ],
    });
    const cut = whole.slice(0, whole.indexOf('v3'));
    expect(readText(cut).map((item) => ('fix' in item ? item.code : item.id))).toEqual(['v1', 'v2', 'json.syntax']);
    const flat = JSON.stringify(turns);
    expect(readText(flat.slice(0, -1)).map((item) => ('fix' in item ? item.code : item.id))).toEqual(['json.syntax']);
  });

  it('is no deeper than its reader', () => {
    expect(readText('['.repeat(100_000))).toMatchObject([{ code: 'json.syntax', at: 'line 1, column 1001' }]);
    expect(readText('['.repeat(100_000) + ']'.repeat(100_000))).toMatchObject([{ code: 'json.no-object' }]);
  });

  it('says where, wherever it is broken', () => {
    const tokens = fc.array(
      fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', '1', '\\', 'x', ' ', '\n', '/*'),
      { maxLength: 16 },
    );
    fc.assert(
      fc.property(tokens, (tokens) => {
        const text = `[${tokens.join('')}`;
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const last = readText(text).at(-1);
        if (isJson) expect(last).not.toMatchObject({ code: 'json.syntax' });
        else
          expect(last).toMatchObject({
            code: 'json.syntax',
            at: expect.stringMatching(/^line [1-9]\d*, column [1-9]\d*$/),
          });
      }),
      { numRuns: 500 },
    );
  });
});

it('any JSON gives visits or Problems', () => {
  const keyed = fc
    .jsonValue()
    .map((value) => ({ turns: value, segments: value, note: value, text: value, speaker: value, start: value }));
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), keyed), fc.constantFrom(undefined, 'note', 'both'), (value, kind) => {
      for (const item of [
        ...read(value, { kind }),
        ...readAll(ndjson, sourceOf(JSON.stringify(value), 'a.ndjson'), { kind }),
      ]) {
        expect(item).toHaveProperty('turns' in item ? 'turns' : 'fix');
      }
    }),
    { numRuns: 300 },
  );
});
