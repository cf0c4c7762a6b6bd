import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProblem } from '../../src/problem.ts';
import { detect, readSource } from '../../src/read/read.ts';
import type { Turn } from '../../src/visit.ts';
import { options, sourceOf } from './options.ts';

describe('forms of label', () => {
  it.each([
    ['a name and a colon', 'Doctor: Hello.\nPatient: Hi.\n', 'Doctor|Hello.', 'Patient|Hi.'],
    [
      'capitals',
      'DR SMITH: Hello.\nMRS BELL: Hi.\nDR SMITH: Sit down.',
      'DR SMITH|Hello.',
      'MRS BELL|Hi.',
      'DR SMITH|Sit down.',
    ],
    ['brackets', '[doctor] Hello.\n[patient] Hi.', 'doctor|Hello.', 'patient|Hi.'],
    ['brackets and a colon', '[SPEAKER_00]: Hello.\n[SPEAKER_01]: Hi.', 'SPEAKER_00|Hello.', 'SPEAKER_01|Hi.'],
    [
      'a number and a time above',
      'Speaker 1  00:12\nHello.\n\nSpeaker 2  00:15\nHi.',
      'Speaker 1|Hello.|12',
      'Speaker 2|Hi.|15',
    ],
    [
      'a time in brackets behind',
      'Speaker 1 (00:12):\nHello.\n\nSpeaker 2 (1:00:15):\nHi.',
      'Speaker 1|Hello.|12',
      'Speaker 2|Hi.|3615',
    ],
    [
      'a time before',
      '[00:01:10] Dr. Smith: Hello.\n[00:01:12.5] Patient: Hi.',
      'Dr. Smith|Hello.|70',
      'Patient|Hi.|72.5',
    ],
    ['a bare time before', '00:01:10 Doctor: Hello.\n00:01:12 Patient: Hi.', 'Doctor|Hello.|70', 'Patient|Hi.|72'],
    ['a range', '[00:10 - 00:12] Doctor: Hello.\n[00:12 - 00:14] Patient: Hi.', 'Doctor|Hello.|10', 'Patient|Hi.|12'],
    [
      'a time behind the colon',
      'Speaker 1: [00:12]\nHello.\n\nSpeaker 2: [00:15]\nHi.',
      'Speaker 1|Hello.|12',
      'Speaker 2|Hi.|15',
    ],
    [
      'a time on its own line',
      '[00:10]\nDoctor: Hello.\n\n[00:12]\nPatient: Hi.',
      'Doctor|Hello.|10',
      'Patient|Hi.|12',
    ],
    [
      'time and label above',
      '00:00:10 Speaker 1\nHello.\n00:00:12 Speaker 2\nHi.',
      'Speaker 1|Hello.|10',
      'Speaker 2|Hi.|12',
    ],
    [
      'frames',
      '[00:00:03:18 - 00:00:08:08]\nDoctor\n Hello.\n\n[00:00:08:10 - 00:00:15:22]\nPatient\n Hi.',
      'Doctor|Hello.|3',
      'Patient|Hi.|8',
    ],
    [
      'a label above, no blank lines',
      'Doctor\nHello.\nPatient\nHi.\nDoctor\nSit down.',
      'Doctor|Hello.',
      'Patient|Hi.',
      'Doctor|Sit down.',
    ],
    ['Markdown', '**Doctor:** Hello.\n\n**Patient**: Hi.', 'Doctor|Hello.', 'Patient|Hi.'],
    [
      'a role in brackets',
      'Jo Day (GP): Hello.\nAl Ray (patient): Hi.\nJo Day (GP): So?',
      'Jo Day (GP)|Hello.',
      'Al Ray (patient)|Hi.',
      'Jo Day (GP)|So?',
    ],
    [
      'few turns of many lines',
      'Doctor: It was\nso\nfar\naway.\n\nPatient: And\nso\nlong.',
      'Doctor|It was so far away.',
      'Patient|And so long.',
    ],
    [
      'a name that comes once, no line being wrapped',
      'Doctor: Can I look?\nTheo: No!\nMother: He is shy.\nDoctor: Fine.',
      'Doctor|Can I look?',
      'Theo|No!',
      'Mother|He is shy.',
      'Doctor|Fine.',
    ],
    ['letters', 'D: Hello.\nP: Hi.\nD: What is it?\nP: My ear.', 'D|Hello.', 'P|Hi.', 'D|What is it?', 'P|My ear.'],
    ['no blank behind the colon', 'Doctor:Hello.\nPatient:Hi.', 'Doctor|Hello.', 'Patient|Hi.'],
  ])('%s', (_, text, ...turns) => {
    expect(detect({ ...sourceOf(text), ending: '' }, options)?.id).toBe('text');
    expect(
      turnsOf(text).map((turn) =>
        [turn.speaker, turn.text, turn.parts[0].start].filter((x) => x !== undefined).join('|'),
      ),
    ).toEqual(turns);
  });
});

describe('what is no label', () => {
  it.each([
    [
      'a word of advice',
      'Doctor: Two a day.\nRemember: with food.\nPatient: Right.',
      ['Two a day. Remember: with food.', 'Right.'],
    ],
    [
      'a colon inside the text',
      'Doctor: Two things: rest and fluids.\nPatient: And then: work?',
      ['Two things: rest and fluids.', 'And then: work?'],
    ],
    [
      'a time of day',
      'Doctor: See you.\nThursday at 11:30 then.\nPatient: 11:30 it is.',
      ['See you. Thursday at 11:30 then.', '11:30 it is.'],
    ],
    [
      'an address',
      'Doctor: Look at\nhttps://example.org/leaflet\nPatient: Right.',
      ['Look at https://example.org/leaflet', 'Right.'],
    ],
    [
      'a mark',
      'Doctor: Hm.\n[laughs] Fair enough.\nPatient: [laughs] Yes.',
      ['Hm. [laughs] Fair enough.', '[laughs] Yes.'],
    ],
    [
      'a name that comes once, where lines are wrapped',
      'Doctor: This is Ann, and\nthis is\nAnn Lee: hello there\nPatient: Hi.\nDoctor: So.',
      ['This is Ann, and this is Ann Lee: hello there', 'Hi.', 'So.'],
    ],
    [
      'a label alone on its line, where labels have colons',
      'Doctor: Who is ill?\nPatient\nPatient: Me.',
      ['Who is ill? Patient', 'Me.'],
    ],
  ])('%s', (_, text, turns) => {
    expect(turnsOf(text).map((turn) => turn.text)).toEqual(turns);
  });

  it('a note with labels in it stays a note', () => {
    const head = 'Patient: Jane Bell\nProvider: Dr Osei\nCC: sore knee\nPLAN: rest\nPLAN: review in two weeks\n';
    const body =
      'Left knee:\nNo swelling.\nMedical Reasoning: a sprain\nAdditional Testing: none\nHips:\nNormal.\nMedical Reasoning: none\nAdditional Testing: none';
    for (const text of [head, body, head + body]) expect(detect(sourceOf(text), options)?.id).toBe('note');
  });
});

describe('turns', () => {
  it('begin with the first label: title, date and speakers above it are none', () => {
    const text =
      'Visit 12\nMon, Jun 16, 2025\n\nSPEAKERS\nDoctor, Patient\n\nDoctor  0:02\nHello.\n\nPatient  0:04\nHi.\n\nTranscribed by https://otter.ai\n';
    expect(turnsOf(text).map((turn) => turn.text)).toEqual(['Hello.', 'Hi.']);
  });

  it('keep their number without a word', () => {
    expect(turnsOf('Doctor:\nPatient: [sighs]\n\nDoctor: Yes?\n').map((turn) => [turn.id, turn.text])).toEqual([
      ['1', ''],
      ['2', '[sighs]'],
      ['3', 'Yes?'],
    ]);
  });

  it('take the lines below, and say where each stands', () => {
    const [turn] = turnsOf('\nDoctor: How are\n   you\n\n  today?\nPatient: Fine.\nDoctor: Good.');
    expect(turn.text).toBe('How are you today?');
    expect(turn.parts).toEqual([
      { place: 'line 2', at: 0 },
      { place: 'line 3', at: 8 },
      { place: 'line 5', at: 12 },
    ]);
  });

  it('keep a time that stands before a wrapped line for what follows it', () => {
    const [turn] = turnsOf('[00:10] Doctor: How are\n[00:14] you today?\n[00:16] Patient: Fine.');
    expect(turn.text).toBe('How are you today?');
    expect(turn.parts.map((part) => part.start)).toEqual([10, 14]);
  });

  it('are the lines, the text behind the label untouched', () => {
    const label = fc.constantFrom('Doctor', 'Patient', 'Therapist', 'Client');
    const text = fc.string({ unit: 'binary', maxLength: 60 }).map((s) => s.replace(/[\r\n]/g, ' ').trim());
    const line = fc.record({ label, text, blank: fc.boolean() });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
        const file = lines.map(({ label, text, blank }) => `${label}: ${text}\n${blank ? '\n' : ''}`).join('');
        const turns = turnsOf(file);
        // A time in brackets and nothing else behind a label is when it was said.
        fc.pre(!lines.some((line) => /^[[(<]\s*\d/.test(line.text)));
        expect(turns.map(({ id, speaker, text }) => ({ id, speaker, text }))).toEqual(
          lines.map(({ label, text }, i) => ({ id: String(i + 1), speaker: label, text })),
        );
      }),
    );
  }, 60_000);
});

function turnsOf(text: string): Turn[] {
  const [visit] = [...readSource(sourceOf(text), options)];
  if (isProblem(visit)) throw new Error(visit.code);
  expect(visit.kind).toBe('transcript');
  return visit.turns;
}
