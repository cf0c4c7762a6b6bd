import { describe, expect, test } from 'vitest';
import { cohortRows } from '../../src/score/cohort.ts';
import { scoreColumns } from '../../src/score/columns.ts';
import { lexicon } from './visits.ts';

type Row = Record<string, string | number | null>;

/** The lines under a table of these visits: per line its label, and the cells of the columns asked for. */
function under(rows: Row[], ...asked: string[]) {
  const cells = rows.map((row) => scoreColumns.map(({ name }) => row[name] ?? null));
  return cohortRows(scoreColumns, cells, lexicon.scoring).map(({ label, cells: own }) => [
    label,
    ...asked.map((name) => own[scoreColumns.findIndex((c) => c.name === name)]),
  ]);
}

const talk = (empathy: number, share: number | null, flags = ''): Row => ({
  kind: 'transcript',
  empathy,
  open_question_share: share,
  clinician_talk_share: share,
  flags,
});

describe('a cohort', () => {
  test('has the median and the range of every number', () => {
    expect(under([talk(9, 0.5), talk(1, 0.2), talk(2, 0.8)], 'empathy', 'open_question_share', 'source')).toEqual([
      ['median of 3', 2, 0.5, null],
      ['range', [1, 9], [0.2, 0.8], null],
    ]);
    expect(under([talk(9, 0.5), talk(2, 0.25)], 'empathy', 'open_question_share')[0]).toEqual([
      'median of 2',
      5.5,
      0.375,
    ]);
  });

  test('leaves out the ratios that a flag makes doubtful, not the counts', () => {
    const rows = [
      talk(9, 0.5),
      talk(1, 0.1, 'few-questions'),
      talk(3, 0.7, 'unpunctuated'),
      talk(5, 0.9, 'short;few-questions'),
    ];
    const [median, range] = under(rows, 'empathy', 'open_question_share', 'clinician_talk_share');
    expect(median).toEqual(['median of 4', 4, 0.6, 0.5]);
    expect(range).toEqual(['range', [1, 9], [0.5, 0.7], [0.1, 0.7]]);
  });

  test('is empty where no visit has a figure', () => {
    expect(under([talk(1, null), talk(2, 0.3, 'short')], 'open_question_share')).toEqual([
      ['median of 2', null],
      ['range', null],
    ]);
  });

  test('pools no kinds', () => {
    const note = { kind: 'note', empathy: 4, open_question_share: null, flags: '' };
    expect(under([talk(1, 0.2), note, talk(3, 0.4)], 'empathy')).toEqual([
      ['median of 2 transcripts', 2],
      ['range', [1, 3]],
      ['median of 1 note', 4],
      ['range', [4, 4]],
    ]);
  });

  test('is nothing under one visit', () => {
    expect(under([talk(1, 0.2)])).toEqual([]);
  });
});
