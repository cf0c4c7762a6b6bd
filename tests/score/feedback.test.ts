import { describe, expect, test } from 'vitest';
import { loadAgreement } from '../../src/lexicon/agreement.ts';
import { loadFeedback } from '../../src/lexicon/feedback.ts';
import { FLAGS } from '../../src/lexicon/scoring.ts';
import { feedbackOf, isBarred, trustTest } from '../../src/score/feedback.ts';
import { answersToCues } from '../../src/score/responses.ts';
import { segmentVisit } from '../../src/segment/segment.ts';
import { lexicon, momentsIn, noteOf, talkOf } from './visits.ts';

const feedback = loadFeedback();

/** What is found in talk with given moments, as `side id turns n`; every rule is trusted but those of the codes named. */
function found(lines: string[], marks: string[], ...doubted: string[]): string[] {
  const visit = talkOf(...lines);
  const moments = momentsIn(visit, ...marks);
  const segmented = segmentVisit(visit, lexicon);
  const answers = answersToCues(visit, moments, lexicon, segmented);
  const words = segmented.map((text) => text.words);
  const trusted = (rule: string) => !doubted.some((code) => rule.startsWith(code));
  return feedbackOf({ visit, moments, answers, words, trusted }, feedback).map(
    ({ side, id, moments: shown, n }) => `${side} ${id} ${shown.map(({ turn }) => turn).join(',')} ${n}`,
  );
}

const CUE = "P: I'm frightened of the scan.";
const CUED = "1 patient.cue: I'm frightened of the scan";

describe('moments to look at together', () => {
  test('a worry that was met shows with what met it, one that was passed or answered with facts as such', () => {
    expect(found([CUE, 'D: That must be scary.'], [CUED, '2 empathy.name: That must be scary'])).toContain(
      'well worry-met 1,2 0',
    );
    expect(found([CUE, 'D: Any fever?'], [CUED, '2 question.closed: Any fever?'])).toEqual(['more worry-passed 1 0']);
    expect(found([CUE, 'D: Right. The scan takes ten minutes.'], [CUED])).toEqual(['more worry-informed 1 0']);
  });

  test('nothing hangs on a rule that is not trusted', () => {
    const passed = [CUE, 'D: Any fever?'];
    expect(found(passed, [CUED, '2 question.closed: Any fever?'], 'patient.cue')).toEqual([]);
    const met = [CUE, 'D: That must be scary.'];
    expect(found(met, [CUED, '2 empathy.name: That must be scary'], 'empathy')).toEqual([]);
  });

  test('closed questions are a run only where nothing opens between them', () => {
    const asked = Array.from({ length: 8 }, (_, k) => [`D: Is it ${k} then?`, 'P: No.']).flat();
    const marks = (skip: number) =>
      Array.from({ length: 8 }, (_, k) => `${2 * k + 1} question.${k === skip ? 'open' : 'closed'}: Is it ${k} then?`);
    expect(found(asked, marks(-1))).toEqual(['more closed-run 1,3,5,7,9,11,13,15 8']);
    expect(found(asked, marks(4)).filter((line) => line.startsWith('more'))).toEqual([]);
    expect(found(asked, marks(0)).filter((line) => line.startsWith('more'))).toEqual([
      'more closed-run 3,5,7,9,11,13,15 7',
    ]);
  });

  test('a plan without a choice, or without a check, shows only where the visit has neither', () => {
    const talk = ['D: Shall we start the tablets?', 'P: Fine.', 'D: It is up to you.', 'D: Any questions?'];
    const plan = '1 sdm.agree: Shall we start the tablets?';
    expect(found(talk, [plan]).filter((line) => line.startsWith('more'))).toEqual(['more no-choice 1 0']);
    const chosen = found(talk, [plan, '3 sdm.choice: It is up to you']);
    expect(chosen.filter((line) => line.startsWith('more'))).toEqual(['more no-check 1 0']);
    const both = found(talk, [plan, '3 sdm.choice: It is up to you', '4 sdm.check.questions: Any questions?']);
    expect(both.filter((line) => line.startsWith('more'))).toEqual([]);
  });

  test('of open questions the one with the longest reply shows, and none about a decision', () => {
    const talk = [
      'D: How is it?',
      'P: Bad.',
      'D: What else?',
      'P: It wakes me up at night.',
      'D: Okay.',
      'P: And I ache.',
    ];
    const marks = ['1 question.open: How is it?', '3 question.open: What else?'];
    expect(found(talk, marks)).toEqual(['well room-to-tell 3 9']);
    expect(found(talk, [...marks, '3 sdm.preferences: What else?'])).toContain('well room-to-tell 1 1');
  });

  test('a reflection shows only as a statement', () => {
    const mark = '2 listening.reflection.simple: So it hurts';
    expect(found(['P: It hurts.', 'D: So it hurts.'], [mark])).toEqual(['well given-back 2 0']);
    expect(found(['P: It hurts.', 'D: So it hurts ?'], [mark])).toEqual([]);
  });

  test('there are three of a side at most, from different families first, in the order of the visit', () => {
    const talk = [
      'D: Tell me more.',
      'P: It hurts a lot.',
      'D: You did well. It hurts.',
      'P: Yes.',
      'D: What matters? So be it.',
    ];
    const marks = [
      '1 question.open: Tell me more',
      '3 empathy.respect: You did well',
      '3 listening.reflection.simple: It hurts',
      '5 sdm.preferences: What matters?',
      '5 empathy.name: So be it',
    ];
    const well = found(talk, marks);
    expect(well).toHaveLength(3);
    expect(well.map((line) => line.split(' ')[2])).toEqual(['1', '3', '5']);
  });

  test('a note has none', () => {
    const visit = noteOf('Patient tearful.');
    const facts = { visit, moments: momentsIn(visit, '1 patient.cue: Patient tearful'), answers: [], words: [2] };
    expect(feedbackOf({ ...facts, trusted: () => true }, feedback)).toEqual([]);
  });

  test('who speaks has to be known, and English', () => {
    for (const flag of ['roles-swapped?', 'no-patient', 'no-clinician', 'not-english?'])
      expect(isBarred({ flags: `short;${flag}` })).toBe(true);
    expect(isBarred({ flags: 'short;few-cues' })).toBe(false);
    expect(isBarred({ flags: '' })).toBe(false);
  });
});

describe('trust in a rule', () => {
  test('takes 85 of 100 right, of eight tags', () => {
    const rule = (name: string, right: number, tagged: number) => ({
      ...{ rule: name, kind: 'transcript' as const, code: 'x', right, tagged },
      precision: Number((right / tagged).toFixed(2)),
    });
    const rules = [rule('often', 17, 20), rule('seldom', 16, 19), rule('rare', 7, 7), rule('close', 845, 1000)];
    const trusted = trustTest(feedback, { lexicon: '', version: '', codes: [], measures: [], rules });
    expect(rules.map((r) => trusted(r.rule))).toEqual([true, false, false, false]);
    expect(trusted('unknown')).toBe(false);
    expect(trustTest(feedback, undefined)('often')).toBe(false);
  });
});

describe('the words of reports', () => {
  test('name every code, flag and answer', () => {
    expect(Object.keys(feedback.codes).sort()).toEqual(lexicon.codes.map(({ code }) => code).sort());
    expect(Object.keys(feedback.flags)).toEqual(FLAGS);
    expect(Object.keys(feedback.responses)).toEqual([
      'acknowledged',
      'explored',
      'informed',
      'space',
      'moved_on',
      'none',
    ]);
    const doubting = Object.entries(lexicon.scoring.flags).filter(([, { doubts }]) => doubts.length > 0);
    for (const [flag] of doubting) expect(feedback.doubts[flag]).toBeTypeOf('string');
  });

  test('say of each entry what is seen, why it matters, whose teaching that is', () => {
    for (const entry of [...feedback.well, ...feedback.more]) {
      for (const text of [entry.title, entry.said, entry.why, entry.ask, entry.source])
        expect(text).toBeTypeOf('string');
      expect(Object.keys(entry.find).filter((key) => key !== 'least')).toHaveLength(1);
      for (const words of entry.try ?? []) expect(words).toBeTypeOf('string');
    }
    for (const entry of feedback.more) expect(entry.try?.length).toBeGreaterThan(0);
  });
});

describe('the figures of agreement', () => {
  const agreement = loadAgreement();

  test('are of codes and rules that exist, and no expert is said to have judged what no expert labelled', () => {
    const rules = new Set(lexicon.rules.map(({ id }) => id));
    expect(agreement?.rules.filter(({ rule }) => rules.has(rule)).length).toBeGreaterThan(50);
    for (const { f1, low, high, gold, turns } of agreement?.codes ?? []) {
      expect(low).toBeLessThanOrEqual(f1);
      expect(f1).toBeLessThanOrEqual(high);
      expect(gold).toBeLessThanOrEqual(turns);
    }
    const experts = (agreement?.codes ?? []).filter(({ by }) => by === 'experts').map(({ code }) => code.split('.')[0]);
    expect(new Set(experts)).toEqual(new Set(['question', 'listening']));
    expect((agreement?.measures ?? []).every(({ by }) => by === 'readers')).toBe(true);
  });
});
