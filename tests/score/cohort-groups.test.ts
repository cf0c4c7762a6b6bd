import { describe, expect, test } from 'vitest';
import { cohortsOf } from '../../src/score/cohort/cohort.ts';
import { comparedRows } from '../../src/score/cohort/compare.ts';
import { directionOf, focusOn } from '../../src/score/cohort/focus.ts';
import { cohortMeasures } from '../../src/score/cohort/measures.ts';
import type { CohortVisit } from '../../src/score/cohort/sample.ts';
import { stepOf, trendOf } from '../../src/score/cohort/trend.ts';
import { lexicon } from './visits.ts';

const { scoring } = lexicon;

/** A visit of a trainee with a rate of empathy and a share of open questions. */
function visit(group: string | undefined, empathy: number, more: Partial<CohortVisit> = {}, flags = ''): CohortVisit {
  const score = { kind: 'transcript', empathy_per_1000w: empathy, open_question_share: empathy / 10, flags };
  return { id: `${group}-${empathy}`, kind: 'transcript', score, group, ...more };
}

function visits(group: string, ...rates: number[]): CohortVisit[] {
  return rates.map((rate) => visit(group, rate));
}

const measureOf = (name: string) => cohortMeasures('transcript').find((one) => one.name === name) ?? fail(name);

function fail(name: string): never {
  throw new Error(`no measure ${name}`);
}

describe('a cohort', () => {
  test('is measured by shares, rates and indices, never by counts', () => {
    for (const kind of ['transcript', 'note'] as const)
      for (const { unit } of cohortMeasures(kind)) expect(unit).toMatch(/share|per 1,000 words|per question|0 to 100/);
  });

  test('is summed up by group, in the order of names', () => {
    const [cohort] = cohortsOf([...visits('b', 9, 1, 2), ...visits('a', 4), visit(undefined, 6)], scoring);
    const found = cohort.measures.find(({ measure }) => measure.name === 'empathy_per_1000w');
    expect(cohort.groups).toEqual(['a', 'b']);
    expect(found?.all).toMatchObject({ n: 5, median: 4, quartiles: [2, 6], range: [1, 9], interval: undefined });
    expect(found?.groups.map(({ summary }) => [summary?.n, summary?.median])).toEqual([
      [1, 4],
      [3, 2],
    ]);
  });

  test('leaves out what a flag doubts, measure by measure', () => {
    const [cohort] = cohortsOf(
      [
        visit('a', 1),
        visit('a', 3, {}, 'few-questions'),
        visit('a', 5, {}, 'short'),
        visit('a', 7, {}, 'unpunctuated'),
      ],
      scoring,
    );
    const all = (name: string) => cohort.measures.find(({ measure }) => measure.name === name)?.all;
    expect(all('empathy_per_1000w')).toMatchObject({ n: 3, median: 3 });
    expect(all('open_question_share')).toMatchObject({ n: 2, range: [0.1, 0.7] });
  });

  test('pools no kinds; a note’s moments are counted over its own words', () => {
    const note: CohortVisit = { id: 'n', kind: 'note', score: { kind: 'note', sdm: 2, words: 400, flags: '' } };
    const [talk, written] = cohortsOf([note, visit('a', 1)], scoring);
    expect([talk.kind, talk.visits.length, written.kind, written.visits.length]).toEqual(['transcript', 1, 'note', 1]);
    expect(written.measures.find(({ measure }) => measure.name === 'sdm_per_1000w')?.all?.median).toBe(5);
  });

  test('stands in the order of dates, those without one last', () => {
    const [cohort] = cohortsOf(
      [visit('a', 1), visit('a', 2, { date: '2025-02-01' }), visit('b', 3, { date: '2025-01-01' })],
      scoring,
    );
    expect(cohort.visits.map(({ id }) => id)).toEqual(['b-3', 'a-2', 'a-1']);
  });
});

describe('one group against the rest', () => {
  const rest = visits('b', 1, 2, 3, 4, 5);
  const finding = (...rates: number[]) => {
    const [cohort] = cohortsOf([...visits('a', ...rates), ...rest], scoring);
    return focusOn(cohort, 'a').find(({ measure }) => measure.name === 'empathy_per_1000w');
  };

  test('stands out only where its interval leaves the others’ median out', () => {
    expect(finding(4, 5, 6, 7, 8, 9)?.finding).toBe('above');
    expect(finding(0, 0, 1, 1, 2, 2.9)?.finding).toBe('below');
    expect(finding(3, 5, 6, 7, 8, 9)?.finding).toBe('none');
    expect(finding(6, 7, 8, 9, 9)?.finding).toBe('few');
  });

  test('is compared with the others alone', () => {
    expect(finding(50, 60, 70, 80, 90, 95)).toMatchObject({ own: { n: 6, median: 75 }, rest: { n: 5, median: 3 } });
  });

  test('is better upwards or downwards as scoring.yaml has it', () => {
    expect(directionOf(measureOf('empathy_per_1000w'), scoring)).toBe(1);
    expect(directionOf(measureOf('clinician_talk_share'), scoring)).toBe(-1);
    expect(directionOf(measureOf('closed_questions_per_1000w'), scoring)).toBe(0);
    expect(directionOf(measureOf('communication_index'), scoring)).toBe(0);
  });
});

describe('a trend', () => {
  const figures = (dates: string[]) => dates.map((date, value) => ({ visit: visit('a', value, { date }), value }));
  const labels = (dates: string[], step: Parameters<typeof trendOf>[1]) =>
    trendOf(figures(dates), step).map(({ label, from, to, summary }) => [label, from, to, summary.n]);

  test('goes by the calendar, in order', () => {
    expect(labels(['2025-03-31', '2024-12-31', '2025-01-01', '2025-03-01'], 'month')).toEqual([
      ['2024-12', '2024-12-01', '2025-01-01', 1],
      ['2025-01', '2025-01-01', '2025-02-01', 1],
      ['2025-03', '2025-03-01', '2025-04-01', 2],
    ]);
    expect(labels(['2025-03-31', '2025-04-01'], 'quarter')).toEqual([
      ['2025 Q1', '2025-01-01', '2025-04-01', 1],
      ['2025 Q2', '2025-04-01', '2025-07-01', 1],
    ]);
    expect(labels(['2025-03-02', '2025-03-03', '2025-03-09'], 'week')).toEqual([
      ['week of 2025-02-24', '2025-02-24', '2025-03-03', 1],
      ['week of 2025-03-03', '2025-03-03', '2025-03-10', 2],
    ]);
  });

  test('has periods of enough visits, and two of them', () => {
    const weekly = Array.from(
      { length: 12 },
      (_, k) => `2025-${String(1 + Math.floor(k / 4)).padStart(2, '0')}-0${1 + (k % 4) * 2}`,
    );
    expect(stepOf(weekly)).toBe('month');
    expect(stepOf(['2025-01-01', '2025-03-01'])).toBe('month');
    expect(stepOf(['2019-01-01', '2025-03-01'])).toBe('year');
    expect(stepOf(['2025-01-01', '2025-01-09'])).toBe('week');
  });
});

test('under five figures a side a row says too few, and nothing else', () => {
  const sides = [visits('a', 1, 2, 3, 4, 5), [...visits('b', 1, 2, 3, 4), visit('b', 9, {}, 'short')]] as const;
  const rows = comparedRows({ names: ['x', 'y'], visits: sides }, scoring);
  const row = rows.find(({ measure }) => measure === 'empathy_per_1000w');
  expect(row).toEqual({
    kind: 'transcript',
    measure: 'empathy_per_1000w',
    a: 'x',
    b: 'y',
    visits_a: 5,
    visits_b: 5,
    n_a: 5,
    n_b: 4,
    finding: 'too few to compare',
  });
});
