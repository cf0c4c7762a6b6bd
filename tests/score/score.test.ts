import { describe, expect, test } from 'vitest';
import { scoreVisit } from '../../src/score/score.ts';
import { lexicon, momentsIn, noteOf, talkOf } from './visits.ts';

/** The promise: these columns, in this order. */
const COLUMNS =
  `visit_id, source, kind, turns, clinician_turns, patient_turns, other_turns, words, clinician_words, patient_words, other_words,
  clinician_talk_share, duration_s, open_questions, closed_questions, open_question_share,
  empathy, empathy_name, empathy_understand, empathy_respect, empathy_support, empathy_explore, empathy_sympathy,
  reflections, reflections_complex, reflection_question_ratio, patient_cues, cues_acknowledged, cue_acknowledged_rate,
  sdm, sdm_choice, sdm_options, sdm_tradeoffs, sdm_preferences, sdm_check, sdm_teachback, sdm_agree, sdm_stages, patient_preferences,
  inquiry_index, empathy_index, sdm_index, communication_index, roles, flags, lexicon, version`.split(/,\s*/);

const visit = talkOf(
  'D: How have you been? Any fever?',
  "P: No fever. I'm scared it is cancer.",
  "D: That sounds scary. So you're scared it's cancer. What worries you most?",
  "P: I'd rather not have surgery.",
  'D: We could wait or operate. Is that okay? Can you tell it back in your own words?',
  'Tom: Hello.',
);
const moments = momentsIn(
  visit,
  '1 question.open: How have you been?',
  '1 question.closed: Any fever?',
  "2 patient.cue: I'm scared it is cancer",
  '3 empathy.name: That sounds scary',
  "3 listening.reflection.complex: So you're scared it's cancer",
  '3 question.open: What worries you most?',
  '3 empathy.explore: What worries you most',
  "4 patient.preference: I'd rather not have surgery",
  '5 sdm.options: We could wait or operate',
  '5 sdm.agree: Is that okay',
  '5 question.closed: Is that okay?',
  '5 sdm.check.teachback: tell it back in your own words',
);
const score = scoreVisit(visit, moments, lexicon);

describe('a scored transcript', () => {
  test('has every column, in order', () => {
    expect(Object.keys(score)).toEqual(COLUMNS);
  });

  test('counts turns and words by side', () => {
    expect(score).toMatchObject({ turns: 6, clinician_turns: 3, patient_turns: 2, other_turns: 1 });
    expect(score).toMatchObject({ words: 48, clinician_words: 35, patient_words: 12, other_words: 1 });
    expect(score.clinician_talk_share).toBe(0.7447);
  });

  test('counts the kinds of a code within it', () => {
    expect(score).toMatchObject({ reflections: 1, reflections_complex: 1, sdm_check: 1, sdm_teachback: 1 });
    expect(score).toMatchObject({ empathy: 2, empathy_name: 1, empathy_explore: 1, empathy_support: 0 });
    expect(score).toMatchObject({ sdm: 3, sdm_options: 1, sdm_agree: 1, sdm_stages: 1, patient_preferences: 1 });
  });

  test('a question that seeks agreement does not lower the share of open ones', () => {
    expect(score).toMatchObject({ open_questions: 2, closed_questions: 2, open_question_share: 0.6667 });
  });

  test('reflections per question, cues met, stages', () => {
    expect(score).toMatchObject({ reflection_question_ratio: 0.25 });
    expect(score).toMatchObject({ patient_cues: 1, cues_acknowledged: 1, cue_acknowledged_rate: 1 });
  });

  test('the indices are what the weights say', () => {
    // open share 0.6667 of 0.5: 1, twice; ratio 0.25 of 1; talk share 0.7447 from 0.85 down to 0.5: 0.3009.
    expect(score.inquiry_index).toBe(63.8);
    // cues met 1 of 0.8: 1, twice; empathy 2 of 6, twice; explore 1 of 2.
    expect(score.empathy_index).toBe(63.3);
    // stages 1 of 3, three times; trade-offs 0 of 2; check 1 of 2; agree 1 of 1.
    expect(score.sdm_index).toBe(41.7);
    expect(score.communication_index).toBe(56.3);
  });

  test('says where it comes from', () => {
    expect(score).toMatchObject({
      visit_id: 'v',
      source: 'v.txt',
      kind: 'transcript',
      roles: 'labelled',
      lexicon: lexicon.hash,
    });
    expect(score.version).toMatch(/^\d+\.\d+\.\d+/);
  });
});

describe('what cannot be scored is empty', () => {
  test('ratios with nothing below, and indices without an occasion', () => {
    const quiet = scoreVisit(talkOf('D: Good morning.', 'P: Good morning.'), [], lexicon);
    expect(quiet).toMatchObject({ open_questions: 0, open_question_share: null, reflection_question_ratio: null });
    expect(quiet).toMatchObject({ patient_cues: 0, cue_acknowledged_rate: null, empathy: 0, sdm: 0 });
    expect(quiet).toMatchObject({
      inquiry_index: null,
      empathy_index: null,
      sdm_index: null,
      communication_index: null,
    });
  });

  test('invited questions are no talk of a decision', () => {
    const asked = talkOf('D: Any questions?', 'P: No.');
    const found = scoreVisit(asked, momentsIn(asked, '1 sdm.check.questions: Any questions'), lexicon);
    expect(found).toMatchObject({ sdm: 1, sdm_check: 1, sdm_index: null });
    const wish = talkOf('D: Any questions?', "P: I'd rather wait.");
    const wished = momentsIn(wish, '1 sdm.check.questions: Any questions', "2 patient.preference: I'd rather wait");
    expect(scoreVisit(wish, wished, lexicon).sdm_index).toBe(8.3);
  });

  test('empathy without a cue is judged by what is left of the weight', () => {
    const kind = talkOf('D: Thank you for telling me.', 'P: Sure.');
    const found = scoreVisit(kind, momentsIn(kind, '1 empathy.respect: Thank you for telling me'), lexicon);
    expect(found).toMatchObject({ cue_acknowledged_rate: null, empathy_index: 11.1 });
  });

  test('a side that says nothing', () => {
    const alone = scoreVisit(talkOf('D: Hello?', 'P: [inaudible]'), [], lexicon);
    expect(alone).toMatchObject({
      clinician_talk_share: null,
      patient_cues: null,
      patient_preferences: null,
      open_questions: 0,
    });
    const nobody = scoreVisit(talkOf('Patient: Hello?'), [], lexicon);
    expect(nobody).toMatchObject({ open_questions: null, empathy: null, sdm: null, sdm_stages: null, patient_cues: 0 });
    expect(nobody).toMatchObject({
      clinician_turns: 0,
      clinician_words: 0,
      cues_acknowledged: null,
      inquiry_index: null,
    });
  });

  test('in a note, all that is about talk', () => {
    const note = noteOf('He is worried about missing work.', 'Treatment options were discussed, he prefers to wait.');
    const marks = [
      '1 patient.cue: He is worried',
      '2 sdm.options: Treatment options were discussed',
      '2 sdm.preferences: he prefers to wait',
    ];
    const found = scoreVisit(note, momentsIn(note, ...marks), lexicon);
    const filled = Object.keys(found).filter((name) => found[name] !== null);
    const expected = COLUMNS.filter((c) =>
      /^(visit_id|source|kind|turns|words|patient_cues|flags|lexicon|version)$|^(empathy|sdm)(_|$)/.test(c),
    );
    expect(filled).toEqual(expected.filter((c) => !c.endsWith('_index')));
    expect(found).toMatchObject({ turns: 2, words: 14, patient_cues: 1, sdm: 2, sdm_stages: 2, empathy: 0, flags: '' });
  });
});

describe('duration', () => {
  const timed = (times: [number?, number?][]) => {
    const spoken = talkOf(...times.map((_, k) => `${k % 2 ? 'P' : 'D'}: Hello.`));
    const turns = spoken.turns.map((t, k) => ({
      ...t,
      parts: [{ place: 'cue 1', at: 0, start: times[k][0], end: times[k][1] }],
    }));
    return scoreVisit({ ...spoken, turns }, [], lexicon).duration_s;
  };

  test('is the last end less the first start, whatever the order', () => {
    expect(
      timed([
        [4, 9.5],
        [1.25, 3],
      ]),
    ).toBe(8.25);
  });

  test('is empty without both', () => {
    expect(timed([[4], [8]])).toBeNull();
    expect(timed([[], []])).toBeNull();
  });
});
