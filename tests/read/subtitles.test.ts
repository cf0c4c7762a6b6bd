import { describe, expect, it } from 'vitest';
import { isProblem } from '../../src/problem.ts';
import { readSource } from '../../src/read/read.ts';
import type { Turn } from '../../src/visit.ts';
import { options, sourceOf } from './options.ts';

describe('cues', () => {
  it('of one speaker are one turn, each a part with its place and times', () => {
    const [first, second] = turnsOf(
      vtt(
        ['00:01.000 --> 00:02.500', 'Doctor: How long'],
        ['00:02.500 --> 00:04.000', 'Doctor: has it been?'],
        ['00:05.000 --> 00:06.000', 'Patient: A week.'],
      ),
    );
    expect(first).toMatchObject({ id: '1', speaker: 'Doctor', text: 'How long has it been?' });
    expect(first.parts).toEqual([
      { place: 'cue 1', at: 0, start: 1, end: 2.5 },
      { place: 'cue 2', at: 9, start: 2.5, end: 4 },
    ]);
    expect(second).toMatchObject({ id: '2', speaker: 'Patient', parts: [{ place: 'cue 3', at: 0, start: 5, end: 6 }] });
  });

  it('without a label go on with the speaker before', () => {
    expect(
      spoken(
        vtt(
          ['00:01.000 --> 00:02.000', 'Doctor: How long'],
          ['00:02.000 --> 00:03.000', 'has it been?'],
          ['00:04.000 --> 00:05.000', 'Patient: A week.'],
        ),
      ),
    ).toEqual(['Doctor|How long has it been?', 'Patient|A week.']);
  });

  it('may hold two speakers', () => {
    expect(spoken(vtt(['00:01.000 --> 00:03.000', '- Doctor: Any pain?\n- Patient: None.']))).toEqual([
      'Doctor|Any pain?',
      'Patient|None.',
    ]);
    expect(spoken(vtt(['00:01.000 --> 00:03.000', '<v Jo>Any pain?</v> <v Al>None.']))).toEqual([
      'Jo|Any pain?',
      'Al|None.',
    ]);
  });

  it('are read in order of time', () => {
    expect(
      spoken(vtt(['00:04.000 --> 00:05.000', 'Patient: A week.'], ['00:01.000 --> 00:02.000', 'Doctor: How long?'])),
    ).toEqual(['Doctor|How long?', 'Patient|A week.']);
  });

  it('with names that are no known labels need several of them', () => {
    expect(
      spoken(
        vtt(
          ['00:01.000 --> 00:02.000', 'Jo Day: How long?'],
          ['00:02.000 --> 00:03.000', 'Al Ray: A week.'],
          ['00:03.000 --> 00:04.000', 'Jo Day: I see.'],
        ),
      ),
    ).toEqual(['Jo Day|How long?', 'Al Ray|A week.', 'Jo Day|I see.']);
  });

  it.each([
    ['an hour', '1:00:01.000 --> 1:00:02.000', 3601],
    ['no hour', '00:01.000 --> 00:02.000', 1],
    ['a comma', '00:00:01,250 --> 00:00:02,000', 1.25],
    ['no blanks', '00:01.000-->00:02.000', 1],
    ['settings behind', '00:01.000 --> 00:02.000 line:80% align:start', 1],
    ['blanks before', '  00:01.000   -->   00:02.000', 1],
  ])('take times with %s', (_, times, start) => {
    expect(turnsOf(vtt([times, 'Doctor: Yes.']))[0].parts[0].start).toBe(start);
  });
});

describe('markup', () => {
  it.each([
    ['tags are taken off', '<i>Any</i> <c.red.bg_blue>pain</c> <00:01.500>at <b>all</b>?', 'Any pain at all?'],
    ['SRT styles too', '{\\an8}<font color="#fff">Any pain?</font>', 'Any pain?'],
    ['entities are decoded', 'bread &amp; butter &lt;3 &quot;yes&quot; &#233; &#xe9;', 'bread & butter <3 "yes" é é'],
    ['once only', '&amp;lt;', '&lt;'],
    ['what is no entity stays', 'A&E; R&D &#0; &nothing;', 'A&E; R&D &#0; &nothing;'],
    [
      'a transcriber’s marks stay',
      'the <UNSURE>liver</UNSURE> <UNIN/> <3 [coughs]',
      'the <UNSURE>liver</UNSURE> <UNIN/> <3 [coughs]',
    ],
    ['a line break is one blank', 'Any \n pain\nat all?', 'Any pain at all?'],
  ])('%s', (_, markup, text) => {
    expect(spoken(vtt(['00:01.000 --> 00:02.000', `Doctor: ${markup}`]))).toEqual([`Doctor|${text}`]);
    expect(spoken(vtt(['00:01.000 --> 00:02.000', `<v.loud Dr Day>${markup}`]))).toEqual([`Dr Day|${text}`]);
  });

  it('a voice is decoded too', () => {
    expect(spoken(vtt(['00:01.000 --> 00:02.000', '<v Day &amp; Ray>Hello']))).toEqual(['Day & Ray|Hello']);
  });
});

describe('what is no cue', () => {
  it('is passed over: header, notes, styles, regions, numbers', () => {
    const text =
      '\ufeffWEBVTT - a visit\r\nKind: captions\r\n\r\nREGION\r\nid:a\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nNOTE 00:01 --> 00:02\r\nnothing\r\n\r\n7\r\n00:01.000 --> 00:02.000\r\nDoctor: NOTE this.\r\n\r\nNOTE\r\nend';
    expect(spoken(text.slice(1))).toEqual(['Doctor|NOTE this.']);
  });

  it('a blank line in a cue ends no text', () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\nDoctor: How many\n\na day?\n\n2\n00:00:02,000 --> 00:00:03,000\nPatient: Only\n2\n\n3\n00:00:03,000 --> 00:00:04,000\nor 3.\n';
    expect(spoken(text, 'a.srt')).toEqual(['Doctor|How many a day?', 'Patient|Only 2 or 3.']);
    expect(spoken(text.replaceAll('\n', '\r\n\r\n'), 'a.srt')).toEqual([
      'Doctor|How many a day?',
      'Patient|Only 2 or 3.',
    ]);
  });

  it('in SRT a missing blank line does not make a number speech', () => {
    const text = '1\n00:00:01,000 --> 00:00:02,000\nDoctor: How many?\n2\n00:00:02,000 --> 00:00:03,000\nPatient: 2\n';
    expect(spoken(text, 'a.srt')).toEqual(['Doctor|How many?', 'Patient|2']);
  });
});

/** A WebVTT file of cues: times, text. */
function vtt(...cues: readonly [times: string, text: string][]): string {
  return `WEBVTT\n\n${cues.map(([times, text]) => `${times}\n${text}\n`).join('\n')}`;
}

function turnsOf(text: string, name = 'visit.vtt'): Turn[] {
  const [visit] = [...readSource(sourceOf(text, name), options)];
  if (isProblem(visit)) throw new Error(visit.code);
  return visit.turns;
}

function spoken(text: string, name?: string): string[] {
  return turnsOf(text, name).map((turn) => `${turn.speaker}|${turn.text}`);
}
