import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseData } from '../../src/lexicon/schema.ts';
import type { Lexicon, Speakers } from '../../src/lexicon/types.ts';
import { aliasTest, partyOf } from '../../src/segment/labels.ts';
import { assignRoles } from '../../src/segment/roles.ts';
import type { Visit } from '../../src/visit.ts';

const file = new URL('../../lexicons/en/speakers.yaml', import.meta.url);
const speakers = parseData(readFileSync(file, 'utf8')) as Speakers;
const lexicon = { speakers } as Lexicon;

/** `Doctor: text` a line; the roles are as readers leave them. */
function visitOf(...lines: string[]): Visit {
  const turns = lines.map((line, k) => {
    const [speaker, ...text] = line.split(': ');
    return { id: String(k + 1), speaker, role: 'other' as const, text: text.join(': '), parts: [] };
  });
  return { id: 'v', source: 'v.txt', kind: 'transcript', turns };
}

/** Roles by turn and their origin, or the code of the Problem. */
function rolesOf(visit: Visit, options = {}): string {
  const problem = assignRoles(visit, lexicon, options);
  return problem?.code ?? `${visit.turns.map((t) => t.role).join(' ')} | ${visit.roles}`;
}

describe('labels', () => {
  test.each([
    ['Doctor', 'clinician'],
    ['DOCTOR_2', 'clinician'],
    ['Doctor A', 'clinician'],
    ['Dr. Smith', 'clinician'],
    ['DR SMITH', 'clinician'],
    ['D', 'clinician'],
    ['Nurse Practitioner', 'clinician'],
    ['nurse-practitioner', 'clinician'],
    ['M.D.', 'clinician'],
    ['Anna Berg, RN', 'clinician'],
    ['Berg (GP trainee)', 'clinician'],
    ['ER doctor', 'clinician'],
    ['Guest_clinician', 'clinician'],
    ['Therapist', 'clinician'],
    ['Patient', 'patient'],
    ['pt', 'patient'],
    ['Patient: Anna', 'patient'],
    ['the patient', 'patient'],
    ['Patient’s mother', 'family'],
    ['Guest_family_2', 'family'],
    ['patient_guest', 'family'],
    ['Interpreter', 'other'],
    ['Anna Berg', undefined],
    ['Speaker 1', undefined],
    ['Mr Child', undefined],
    ['Doctor told me to rest and to', undefined],
  ])('%s is %s', (label, party) => {
    expect(partyOf(label, speakers)).toBe(party);
  });

  test('readers are told whole labels, but no single letter: a plan begins with P', () => {
    const isAlias = aliasTest(speakers);
    expect([isAlias('Doctor'), isAlias('DR SMITH'), isAlias('Anna Berg (patient)')]).toEqual([true, true, true]);
    expect([isAlias('P'), isAlias('Remember'), isAlias('Anna Berg')]).toEqual([false, false, false]);
  });
});

describe('roles from labels', () => {
  test('clinicians are one side, everyone unknown beside them is other', () => {
    const visit = visitOf('Doctor: Hi.', 'Patient: Hi.', 'Doctor_2: Hello.', 'Tom: Hello.', 'Mother: Hello.');
    expect(rolesOf(visit)).toBe('clinician patient clinician other other | labelled');
  });

  test('of two speakers the unknown one gets the opposite, which is a guess', () => {
    expect(rolesOf(visitOf('Dr Lee: Hi.', 'Anna: Hi.'))).toBe('clinician patient | inferred');
    expect(rolesOf(visitOf('Anna: Hi.', 'Patient: Hi.'))).toBe('clinician patient | inferred');
    expect(rolesOf(visitOf('Anna: Hi.', 'Mother: Hi.'))).toBe('clinician patient | inferred');
  });

  test("a parent alone with the clinician is the patient's side, beside the patient nobody's", () => {
    expect(rolesOf(visitOf('Doctor: Hi.', 'Mother: Hi.'))).toBe('clinician patient | inferred');
    expect(rolesOf(visitOf('Doctor: Hi.', 'Mother: Hi.', 'Patient: Hi.'))).toBe('clinician other patient | labelled');
    expect(rolesOf(visitOf('Doctor: Hi.', 'Interpreter: Hi.'))).toBe('clinician other | labelled');
  });

  test('two clinicians without a patient are both clinicians', () => {
    expect(rolesOf(visitOf('Doctor: Hi.', 'Guest_clinician: Hi.'))).toBe('clinician clinician | labelled');
  });

  test('a label is the same speaker in any case, and a turn without one is nobody', () => {
    expect(rolesOf(visitOf('DOCTOR: Hi.', ' doctor: Hi.', 'Patient: Hi.', ': [music]'))).toBe(
      'clinician clinician patient other | labelled',
    );
  });

  test('one known speaker is enough', () => {
    expect(rolesOf(visitOf('Doctor: Hi.', 'Doctor: Are you there?'))).toBe('clinician clinician | labelled');
  });

  test('a note is left alone', () => {
    const visit: Visit = { ...visitOf('Doctor: x'), kind: 'note' };
    visit.turns[0].role = 'note';
    expect(rolesOf(visit)).toBe('note | undefined');
  });
});

describe('roles from options', () => {
  const three = () => visitOf('Speaker 1: Hi.', 'Speaker 2: Hi.', 'Speaker 3: Hi.');

  test('by label without case, or by number', () => {
    expect(rolesOf(three(), { clinician: ['speaker 2'], patient: ['3'] })).toBe('other clinician patient | given');
    expect(rolesOf(visitOf('SPEAKER_00: Hi.', 'SPEAKER_01: Hi.'), { clinician: ['1'] })).toBe(
      'patient clinician | inferred',
    );
  });

  test('a part of a label is no label', () => {
    expect(rolesOf(visitOf('Anna Berg: Hi.', 'Tom Lee: Hi.'), { clinician: ['Anna'] })).toBe('roles.absent');
  });

  test('they may repeat', () => {
    expect(rolesOf(three(), { clinician: ['1', '2'], patient: ['3'] })).toBe('clinician clinician patient | given');
  });

  test('a trainee gets no credit for the supervisor', () => {
    const visit = visitOf('Student: Hi.', 'Doctor: Hi.', 'Patient: Hi.');
    expect(rolesOf(visit, { clinician: ['student'] })).toBe('clinician other patient | given');
  });

  test('who is scored and is not there is a Problem that names the option', () => {
    const problem = assignRoles(visitOf('Doctor: Hi.', 'Patient: Hi.'), lexicon, { clinician: ['Anna'] });
    expect(problem).toMatchObject({
      code: 'roles.absent',
      file: 'v.txt',
      visit: 'v',
      fix: expect.stringContaining('--clinician'),
    });
  });

  test('the option stands above the label', () => {
    expect(rolesOf(visitOf('Patient: Hi.', 'Doctor: Hi.'), { clinician: ['patient'], patient: ['doctor'] })).toBe(
      'clinician patient | given',
    );
  });
});

describe('roles from what is said', () => {
  const talk = [
    'A: Good morning, what brings you in today?',
    "B: I've had this pain in my side since I fell.",
    'A: How long have you had it? Does it hurt when you breathe?',
    "B: About a week. I can't sleep on it and my arm is sore.",
    "A: Let me examine you, then we'll order an x-ray.",
  ];

  test('the one who asks and plans is the clinician', () => {
    expect(rolesOf(visitOf(...talk))).toBe('clinician patient clinician patient clinician | inferred');
  });

  test('whoever speaks first, whatever the labels and however it is written', () => {
    const bare = talk.map(
      (line) =>
        `${line.slice(0, 2)} ${line
          .slice(3)
          .toLowerCase()
          .replace(/[^a-z' -]/g, '')}`,
    );
    expect(rolesOf(visitOf('B: Morning.', ...bare))).toMatch(/^patient clinician patient clinician patient clinician /);
    expect(rolesOf(visitOf(...talk.map((line) => line.replace("'ve", " 've").replace("n't", " n't"))))).toMatch(
      /^clinician patient/,
    );
  });

  test('where nothing tells them apart it is a Problem that names the option and quotes nothing', () => {
    const visit = visitOf('Zebra: Hello.', 'Quagga: Hello.');
    const problem = assignRoles(visit, lexicon, {});
    expect(problem).toMatchObject({ code: 'roles.unknown', fix: expect.stringContaining('--clinician') });
    expect(JSON.stringify(problem)).not.toMatch(/Zebra|Quagga|Hello/);
    expect(visit.turns.map((t) => t.role)).toEqual(['other', 'other']);
  });

  test('three unknown speakers, one, or none at all are Problems', () => {
    expect(rolesOf(visitOf(...talk, 'C: Hello.'))).toBe('roles.unknown');
    expect(rolesOf(visitOf('A: What brings you in today?'))).toBe('roles.unknown');
    expect(rolesOf(visitOf(': What brings you in today?'))).toBe('roles.no-speakers');
  });
});

test('any visit gets every turn a role, or a Problem with a remedy', () => {
  const label = fc.oneof(
    fc.constantFrom('Doctor', 'Patient', 'Mother', 'Speaker 1', 'Speaker 2', ''),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(label, fc.string()), { maxLength: 12 }), (pairs) => {
      const turns = pairs.map(([speaker, text], k) => ({
        id: `${k}`,
        speaker,
        role: 'other' as const,
        text,
        parts: [],
      }));
      const visit: Visit = { id: 'v', source: 'v', kind: 'transcript', turns };
      const problem = assignRoles(visit, lexicon, {});
      if (problem) return problem.fix !== '' && visit.roles === undefined;
      const roles = new Set(visit.turns.map((t) => t.role));
      return visit.roles !== undefined && (roles.has('clinician') || roles.has('patient'));
    }),
  );
});
