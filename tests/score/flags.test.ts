import { describe, expect, test } from 'vitest';
import { scoreVisit } from '../../src/score/score.ts';
import type { Moment } from '../../src/visit.ts';
import { lexicon, momentsIn, noteOf, talkOf } from './visits.ts';

const flagsOf = (visit = talkOf(), moments: Moment[] = []) =>
  String(scoreVisit(visit, moments, lexicon).flags).split(';');

/** Enough talk for every bound. */
const long = Array.from({ length: 40 }, (_, k) =>
  k % 2 ? 'P: I slept well and it was fine, my leg is better.' : 'D: Is your leg better now?',
);

describe('flags', () => {
  test('of a short exchange', () => {
    expect(flagsOf(talkOf('D: Hello.', 'P: Hello.'))).toEqual(['short', 'few-questions', 'few-cues']);
  });

  test('none where there is enough', () => {
    const visit = talkOf(...long);
    const asked = Array.from({ length: 10 }, (_, k) => `${2 * k + 1} question.closed: Is your leg better now?`);
    const cues = ['2', '4', '6'].map((turn) => `${turn} patient.cue: I slept well`);
    expect(scoreVisit(visit, momentsIn(visit, ...asked, ...cues), lexicon).flags).toBe('');
    expect(flagsOf(visit, momentsIn(visit, ...asked.slice(1), ...cues.slice(1)))).toEqual([
      'few-questions',
      'few-cues',
    ]);
  });

  test('a side that says nothing is flagged, and is not called a side of few questions or cues', () => {
    expect(flagsOf(talkOf('Doctor: Hello.'))).toEqual(['no-patient', 'short', 'few-questions']);
    expect(flagsOf(talkOf('Patient: Hello.'))).toEqual(['no-clinician', 'short', 'few-cues']);
  });

  test('several clinicians', () => {
    expect(flagsOf(talkOf('Doctor: Hi.', 'Nurse: Hi.', 'Patient: Hi.'))).toContain('several-clinicians');
    expect(flagsOf(talkOf('Doctor: Hi.', 'DOCTOR: Hi.', 'Patient: Hi.'))).not.toContain('several-clinicians');
  });

  test('swapped roles', () => {
    const swapped = long.map((line) => (line[0] === 'P' ? `Doctor${line.slice(1)}` : `Patient${line.slice(1)}`));
    expect(flagsOf(talkOf(...swapped))).toContain('roles-swapped?');
    expect(flagsOf(talkOf(...long))).not.toContain('roles-swapped?');
  });

  test('speech without end marks', () => {
    const bare = long.map((line) => line.replace(/[.?,]/g, ''));
    expect(flagsOf(talkOf(...bare))).toContain('unpunctuated');
    expect(flagsOf(talkOf(...long))).not.toContain('unpunctuated');
  });

  test('another language, in talk and in notes', () => {
    const german =
      'Guten Tag, was führt Sie her? Seit Tagen tut mein Rücken weh und nachts wird alles schlimmer. Haben Sie Fieber?';
    expect(flagsOf(talkOf(...long.map((line) => line.slice(0, 3) + german)))).toContain('not-english?');
    expect(flagsOf(talkOf(...long))).not.toContain('not-english?');
    const record =
      'Patientin klagt seit drei Tagen über Rückenschmerzen, kein Fieber. Befund unauffällig. Empfehlung: Wärme, Bewegung, Ibuprofen bei Bedarf.';
    expect(flagsOf(noteOf(record, record, record))).toEqual(['not-english?']);
    const terse =
      '3/7 hx cough, productive. No fever, no SOB. PMH: asthma. Impression: URTI, viral. Plan: fluids, rest, review if worse.';
    expect(flagsOf(noteOf(terse, terse, terse))).toEqual(['']);
  });
});
