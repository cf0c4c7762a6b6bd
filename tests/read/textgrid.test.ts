import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelOf } from '../../src/read/channels.ts';
import type { Source } from '../../src/read/reader.ts';
import { textgrid } from '../../src/read/textgrid.ts';
import { sourceOf } from './options.ts';
import { readAll } from './readall.ts';

type Interval = readonly [start: number, end: number, text: string];
type Tiers = Record<string, readonly Interval[]>;

const HEAD = 'File type = "ooTextFile"\nObject class = "TextGrid"\n\n';
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function short(tiers: Tiers): string {
  const body = Object.entries(tiers).map(([name, intervals]) => {
    const cells = intervals.map(([start, end, text]) => `${start}\n${end}\n${quoted(text)}`);
    return ['"IntervalTier"', quoted(name), 0, 9, intervals.length, ...cells].join('\n');
  });
  return `${HEAD}0\n9\n<exists>\n${body.length}\n${body.join('\n')}\n`;
}

function long(tiers: Tiers): string {
  const body = Object.entries(tiers).map(([name, intervals], k) => {
    const cells = intervals.map(
      ([start, end, text], i) =>
        `intervals [${i + 1}]:\n  xmin = ${start} \n  xmax = ${end} \n  text = ${quoted(text)} \n`,
    );
    return `item [${k + 1}]:\n  class = "IntervalTier" \n  name = ${quoted(name)} \n  xmin = 0 \n  xmax = 9 \n  intervals: size = ${intervals.length} \n${cells.join('')}`;
  });
  return `${HEAD}xmin = 0 \nxmax = 9 \ntiers? <exists> \nsize = ${body.length} \nitem []: \n${body.join('')}`;
}

const read = (text: string, name = 'a.TextGrid') => readAll(textgrid, sourceOf(text, name));
const said = (text: string, name?: string) =>
  read(text, name).flatMap((item) =>
    'turns' in item ? item.turns.map(({ speaker, text }) => `${speaker}: ${text}`) : [item.code],
  );

describe('the order of turns', () => {
  const tiers: Tiers = {
    Doctor: [
      [0, 1, 'Hello.'],
      [1, 2, ' '],
      [2, 3, 'How are <UNIN/>'],
      [4, 5, 'things?'],
    ],
    Patient: [
      [0, 4, ''],
      [4, 6, 'Fine.'],
    ],
  };

  it('is that of time, silence left out, the first tier first', () => {
    expect(read(short(tiers))).toEqual([
      {
        id: 'a',
        source: 'a.TextGrid',
        kind: 'transcript',
        turns: [
          {
            id: '1',
            speaker: 'Doctor',
            role: 'other',
            text: 'Hello. How are <UNIN/> things?',
            parts: [
              { place: 'interval 1', at: 0, start: 0, end: 1 },
              { place: 'interval 3', at: 7, start: 2, end: 3 },
              { place: 'interval 4', at: 23, start: 4, end: 5 },
            ],
          },
          {
            id: '2',
            speaker: 'Patient',
            role: 'other',
            text: 'Fine.',
            parts: [{ place: 'interval 2', at: 0, start: 4, end: 6 }],
          },
        ],
      },
    ]);
    expect(read(long(tiers))).toEqual(read(short(tiers)));
  });

  it('in two recordings, the clinician’s first', () => {
    const channel = (speaker: string, text: string) => ({
      name: `x/a_${speaker}.TextGrid`,
      speaker,
      text: short({ Speaker: [[1, 2, text]] }),
    });
    const source: Source = {
      name: 'x/a',
      id: 'a',
      ending: 'textgrid',
      text: '',
      channels: [channel('patient', 'Hi.'), channel('doctor', 'Hello.')],
    };
    expect(readAll(textgrid, source)).toMatchObject([
      { id: 'a', source: 'x/a', turns: [{ speaker: 'doctor' }, { speaker: 'patient' }] },
    ]);
  });
});

describe('tiers', () => {
  it('of one recording alone are its speaker’s', () => {
    expect(said(short({ Speaker: [[0, 1, 'Hello.']] }), 'x/a-doctor.TextGrid')).toEqual(['doctor: Hello.']);
    expect(said(short({ Speaker: [[0, 1, 'Hello.']] }))).toEqual(['Speaker: Hello.']);
  });

  it('of words and of sounds repeat what is said, and are read once', () => {
    const tiers: Tiers = {
      'GP - utterances': [[0, 1, 'Oh no.']],
      'GP - words': [
        [0, 1, 'oh'],
        [1, 2, 'no'],
      ],
      'GP - phones': [[0, 1, 'ow']],
      Notes: [[0, 1, 'door']],
    };
    expect(said(short(tiers))).toEqual(['GP: Oh no.']);
  });

  it('of points are passed over', () => {
    const points = short({ GP: [[0, 1, 'Hello.']] }).replace(
      '<exists>\n1\n',
      '<exists>\n2\n"TextTier"\n"bell"\n0\n9\n1\n3.5\n"rings"\n',
    );
    expect(said(points)).toEqual(['GP: Hello.']);
  });

  it('may stand among comments', () => {
    expect(said(`${HEAD}! "made by hand" 7\n0s 9s <exists> 1 "IntervalTier" "GP" 0 9 1 ! one\n0 1 "Hello."`)).toEqual([
      'GP: Hello.',
    ]);
  });
});

it('a file that is cut anywhere is no visit', () => {
  const whole = long({
    Doctor: [
      [0, 1, 'Hello "you".'],
      [1, 9, ''],
    ],
    Patient: [
      [0, 2, ''],
      [2, 9, 'Hi.'],
    ],
  }).trimEnd();
  for (let length = HEAD.length; length < whole.length; length++) {
    expect(read(whole.slice(0, length))).toMatchObject([{ code: 'textgrid.cut' }]);
  }
  expect(said(whole)).toEqual(['Doctor: Hello "you".', 'Patient: Hi.']);
});

it('reads what was written, in either form', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', '"', '!', '7', ' ', '<exists>', '\n', 'é', '[1]:', '😀'),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), fc.constantFrom(short, long), (texts, form) => {
      const spoken = texts.map((words) => `x${words}x`);
      const intervals = spoken.map((words, i): Interval => [i, i + 1, words]);
      const read = said(
        form({
          A: intervals.filter((_, i) => i % 2 === 0),
          B: intervals.filter((_, i) => i % 2 === 1),
        }),
      );
      expect(read).toEqual(spoken.map((words, i) => `${'AB'[i % 2]}: ${words.replace(/ *\n\s*/g, ' ')}`));
    }),
  );
});

describe('channelOf', () => {
  it.each([
    ['a/day1_doctor.TextGrid', { key: 'a/day1', speaker: 'doctor' }],
    ['a/day1_patient.textgrid', { key: 'a/day1', speaker: 'patient' }],
    ['day 1-GP.TextGrid', { key: 'day 1', speaker: 'GP' }],
    ['a.b.Client.TextGrid', { key: 'a.b', speaker: 'Client' }],
  ])('%s is a channel', (path, channel) => {
    expect(channelOf(path)).toEqual(channel);
  });

  it.each([
    'day1.TextGrid',
    'doctor.TextGrid',
    'a/_doctor.TextGrid/b',
    'a/patient.TextGrid',
    'day1_doctor.txt',
    'x_outpatient.TextGrid',
  ])('%s is none', (path) => {
    expect(channelOf(path)).toBeUndefined();
  });
});
