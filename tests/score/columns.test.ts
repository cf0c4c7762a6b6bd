import { describe, expect, test } from 'vitest';
import { MEASURES } from '../../src/lexicon/scoring.ts';
import { compareColumns } from '../../src/score/cohort/compare.ts';
import { scoreColumns } from '../../src/score/columns.ts';
import { cueColumns } from '../../src/score/cues.ts';
import { longColumns, longRows } from '../../src/score/long.ts';
import { momentRow, tagColumns } from '../../src/score/moments.ts';
import { rateColumns, ratesOf } from '../../src/score/rates.ts';
import { cellsOf } from '../../src/score/rows.ts';
import { scoreVisit } from '../../src/score/score.ts';
import { lexicon, momentsIn, talkOf } from './visits.ts';

const names = (columns: readonly { name: string }[]): string => columns.map((c) => c.name).join(', ');

describe('columns', () => {
  test('of tag, cues and --long are those promised', () => {
    expect(names(tagColumns)).toBe(
      'visit_id, kind, turn, speaker, role, code, start, end, quote, rule, place, time_s, lexicon, version',
    );
    expect(names(cueColumns)).toBe(
      'visit_id, turn, quote, rule, response, response_turn, response_code, response_quote, place, time_s, lexicon, version',
    );
    expect(names(longColumns)).toBe('visit_id, kind, measure, value, n');
  });

  test('weights may name every number of a row, and nothing else', () => {
    expect(scoreColumns.filter((c) => c.type !== 'text').map((c) => c.name)).toEqual(MEASURES);
  });

  test('all say what they are, and have names of their own', () => {
    for (const columns of [[...scoreColumns, ...rateColumns], longColumns, tagColumns, cueColumns, compareColumns]) {
      expect(new Set(columns.map((c) => c.name)).size).toBe(columns.length);
      for (const c of columns) expect([c.unit, c.formula, c.source].every((text) => text.length > 0)).toBe(true);
    }
  });
});

const visit = talkOf(
  "P: Häh? I'm scared. I'm really scared. Please.",
  'D: What worries you most? Any fever?',
  'P: No.',
);
const moments = momentsIn(
  visit,
  "1 patient.cue: I'm scared",
  "1 patient.cue: I'm really scared",
  '2 question.open: What worries you most?',
  '2 empathy.explore: What worries you most',
  '2 question.closed: Any fever?',
);
const score = scoreVisit(visit, moments, lexicon);

describe('--rates', () => {
  test('are per 1,000 words of the side that speaks', () => {
    const rates = ratesOf(score);
    expect(Object.keys(rates)).toEqual(rateColumns.map((c) => c.name));
    expect(score).toMatchObject({ clinician_words: 6, patient_words: 8 });
    expect(rates).toMatchObject({ open_questions_per_1000w: 166.6667, patient_cues_per_1000w: 250, sdm_per_1000w: 0 });
  });

  test('are empty where the count is', () => {
    const rates = ratesOf(scoreVisit(talkOf('Patient: Hello.'), [], lexicon));
    expect(rates).toMatchObject({ empathy_per_1000w: null, patient_cues_per_1000w: 0 });
  });
});

describe('--long', () => {
  test('has a row for every number, with what a ratio is counted over', () => {
    const rows = longRows(scoreColumns, score, moments);
    expect(rows.map((row) => row[2])).toEqual(MEASURES);
    const row = (measure: string) => rows.find((r) => r[2] === measure);
    expect(row('empathy')).toEqual(['v', 'transcript', 'empathy', 1, null]);
    expect(row('open_question_share')).toEqual(['v', 'transcript', 'open_question_share', 0.5, 2]);
    expect(row('clinician_talk_share')).toEqual(['v', 'transcript', 'clinician_talk_share', 0.4286, 14]);
    expect(row('cue_acknowledged_rate')).toEqual(['v', 'transcript', 'cue_acknowledged_rate', 1, 2]);
    expect(row('duration_s')).toEqual(['v', 'transcript', 'duration_s', null, null]);
  });
});

describe('a row of tag', () => {
  test('stands in code points, and takes the place and time of the part it starts in', () => {
    const parts = [
      { place: 'cue 1', at: 0, start: 0.5, end: 1 },
      { place: 'cue 2', at: 5, start: 1.23456, end: 2 },
      { place: 'cue 3', at: 17, start: 3, end: 4 },
    ];
    const spoken = { ...visit, turns: [{ ...visit.turns[0], parts }, ...visit.turns.slice(1)] };
    const row = momentRow(spoken, moments[0], 'hash');
    expect(row).toMatchObject({
      place: 'cue 2',
      time_s: 1.23,
      speaker: 'P',
      role: 'patient',
      quote: "I'm scared",
      lexicon: 'hash',
    });
    expect([...visit.turns[0].text].slice(Number(row.start), Number(row.end)).join('')).toBe(row.quote);
    expect(cellsOf(tagColumns, row)).toHaveLength(tagColumns.length);
    expect(momentRow(spoken, moments[1], 'hash')).toMatchObject({ place: 'cue 3', time_s: 3 });
    expect(momentRow(visit, moments[2], 'hash')).toMatchObject({ place: 'line 2', time_s: null });
  });
});
