import { describe, expect, test } from 'vitest';
import { answersToCues } from '../../src/score/responses.ts';
import { segmentVisit } from '../../src/segment/segment.ts';
import { lexicon, momentsIn, talkOf } from './visits.ts';

/** The answer to the one cue of turn 1, `I'm frightened of the scan.` */
function answerTo(lines: string[], ...marks: string[]) {
  const visit = talkOf("P: I'm frightened of the scan.", ...lines);
  const moments = momentsIn(visit, "1 patient.cue: I'm frightened of the scan", ...marks);
  const { response, position, code, quote } = answersToCues(visit, moments, lexicon, segmentVisit(visit, lexicon))[0];
  return [response, position === undefined ? null : position + 1, code, quote];
}

describe('the answer to a cue', () => {
  test('an act of empathy acknowledges it', () => {
    expect(answerTo(['D: Okay. That must be scary.'], '2 empathy.name: That must be scary')).toEqual([
      'acknowledged',
      2,
      'empathy.name',
      'That must be scary',
    ]);
  });

  test('a reflection does only where it is about the cue', () => {
    const about = "So it's the scan that frightens you.";
    expect(answerTo([`D: ${about}`], `2 listening.reflection.simple: ${about}`)[0]).toBe('acknowledged');
    const beside = "So you've been sleeping badly.";
    expect(answerTo([`D: ${beside}`], `2 listening.reflection.simple: ${beside}`)[0]).toBe('moved_on');
  });

  test('a question about it explores it, another does not', () => {
    expect(answerTo(['D: What about the scan?'], '2 question.open: What about the scan?')).toEqual([
      'explored',
      2,
      'question.open',
      'What about the scan?',
    ]);
    expect(answerTo(['D: What worries you?'], '2 empathy.explore: What worries you')[0]).toBe('explored');
    expect(answerTo(['D: Any fever?'], '2 question.closed: Any fever?')[0]).toBe('moved_on');
  });

  test('a statement about it informs', () => {
    expect(answerTo(['D: Right. The scan takes ten minutes.'])).toEqual([
      'informed',
      2,
      '',
      'The scan takes ten minutes',
    ]);
  });

  test('it may come in the second floor, not in the third', () => {
    const lines = ['D: Any fever?', 'P: No.', 'D: That must be scary.'];
    expect(answerTo(lines, '4 empathy.name: That must be scary').slice(0, 2)).toEqual(['acknowledged', 4]);
    const later = ['D: Any fever?', 'P: No.', 'D: Any cough?', 'P: No.', 'D: That must be scary.'];
    expect(answerTo(later, '6 empathy.name: That must be scary').slice(0, 2)).toEqual(['moved_on', 2]);
  });

  test('an acknowledgement counts before information that came first', () => {
    const lines = ['D: The scan is quick.', 'P: Hm.', 'D: That must be scary.'];
    expect(answerTo(lines, '4 empathy.name: That must be scary').slice(0, 2)).toEqual(['acknowledged', 4]);
  });

  test('back-channels take no floor', () => {
    const lines = ['D: Mm-hm.', 'P: And', 'D: Okay.', 'P: yes', 'D: Any fever?', 'P: No.', 'D: That must be scary.'];
    expect(answerTo(lines, '8 empathy.name: That must be scary').slice(0, 2)).toEqual(['acknowledged', 8]);
  });

  test('turns of one side in a row, and of bystanders between, are one floor', () => {
    const lines = ['D: Any fever?', 'Tom: No.', 'D: Any cough?', 'P: No.', 'D: That must be scary.'];
    expect(answerTo(lines, '6 empathy.name: That must be scary').slice(0, 2)).toEqual(['acknowledged', 6]);
  });

  test('what was said instead is quoted from its first words of content', () => {
    expect(answerTo(['D: Okay. Any fever at all?'])).toEqual(['moved_on', 2, '', 'Any fever at all']);
  });

  test('nothing but back-channels is space, nothing at all is none', () => {
    expect(answerTo(['D: Mm-hm.', 'P: So.', 'D: I see.'])).toEqual(['space', 2, '', 'Mm-hm.']);
    expect(answerTo(['P: That is all.'])).toEqual(['none', null, '', '']);
  });

  test('every cue has its own, in order', () => {
    const visit = talkOf("P: I'm scared. I can't cope.", 'D: That must be hard.', "P: I'm so lonely.");
    const cues = [
      "1 patient.cue: I'm scared",
      "1 patient.cue: I can't cope",
      '2 empathy.name: That must be hard',
      "3 patient.cue: I'm so lonely",
    ];
    const answers = answersToCues(visit, momentsIn(visit, ...cues), lexicon, segmentVisit(visit, lexicon));
    expect(answers.map((a) => `${a.cue.quote}: ${a.response}`)).toEqual([
      "I'm scared: acknowledged",
      "I can't cope: acknowledged",
      "I'm so lonely: none",
    ]);
  });
});
