import { describe, expect, test } from 'vitest';
import { readCodings } from '../../src/agree/read-codings.ts';
import { InputError, UsageError } from '../../src/problem.ts';

const read = (text: string, options: { by?: string; coders?: string[] } = {}) =>
  readCodings(text, 'codes.csv', { name: 'gold', ...options });
const moments = (text: string) =>
  read(text).codings[0].moments.map(({ visit, turn, code, quote }) => [visit, turn, code, quote]);
const problem = (text: string) => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof InputError) return error.problem;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('a table with a row a moment', () => {
  test('is read from CSV, TSV and a semicolon table, with BOM, without order of columns', () => {
    const expected = [['a/1', '3', 'question.open', 'how, then?']];
    expect(moments('\uFEFFvisit_id,turn,code,quote\na/1,3,question.open,"how, then?"\n')).toEqual(expected);
    expect(moments('code\tquote\tvisit_id\tturn\r\nquestion.open\thow, then?\ta/1\t 3 \r\n')).toEqual(expected);
    expect(moments('Visit_ID;Turn;Code;Quote\na/1;3;question.open;how, then?\n')).toEqual(expected);
  });

  test('keeps offsets and the rule, and needs no quotes', () => {
    expect(read('visit_id,turn,code,start,end,rule\na,1,sdm.agree,2,9,sdm.agree/try\n').codings[0].moments).toEqual([
      { visit: 'a', turn: '1', code: 'sdm.agree', quote: '', start: 2, end: 9, rule: 'sdm.agree/try', kind: undefined },
    ]);
  });

  test('passes over rows without a code', () => {
    expect(moments('visit_id,turn,code\na,1,\na,2,sdm.agree\n')).toEqual([['a', '2', 'sdm.agree', '']]);
  });

  test('takes the guard off cells that a spreadsheet would run, and no other quote mark', () => {
    expect(
      moments(`visit_id,turn,code,quote\na,1,sdm.agree,'-- so shall we\na,2,sdm.agree,'course we can\n`).map(
        (m) => m[3],
      ),
    ).toEqual(['-- so shall we', "'course we can"]);
  });

  test('tells which column is missing among those there are', () => {
    expect(problem('visit,turn,code\na,1,x.y\n')).toMatchObject({
      code: 'coding.no-column',
      what: 'no column visit_id among visit, turn, code',
    });
  });

  test('does not repeat a first row that may be speech', () => {
    const { what } = problem('Well I told her that zebras frighten me,1,2\n');
    expect(what).not.toMatch(/zebra/i);
  });

  test('tells the row that names no turn', () => {
    expect(problem('visit_id,turn,code\na,1,x.y\na,,x.y\n')).toMatchObject({ code: 'coding.no-turn', at: 'row 3' });
  });

  test('says what is wrong with a table of broken quotation marks, without a word of it', () => {
    const { code, what, fix } = problem('visit_id,turn,code,quote\na,1,x.y,"zebra" zebra\n');
    expect(code).toBe('coding.table');
    expect(what + fix).not.toContain('zebra');
  });
});

describe('JSON', () => {
  const visit = {
    visit_id: 'a',
    kind: 'transcript',
    turns: [
      { turn: '1', text: 'Hello', moments: [] },
      { turn: '2', text: 'How is it?', moments: [{ code: 'question.open', start: 0, end: 9, quote: 'How is it' }] },
    ],
  };

  test('is read as tag writes it, as one document or line by line', () => {
    const expected = [['a', '2', 'question.open', 'How is it']];
    expect(moments(JSON.stringify([visit], null, 2))).toEqual(expected);
    expect(moments(`${JSON.stringify(visit)}\n${JSON.stringify({ ...visit, visit_id: 'b', turns: [] })}\n`)).toEqual(
      expected,
    );
    expect(read(JSON.stringify([visit])).codings[0].moments[0]).toMatchObject({ start: 0, end: 9, kind: 'transcript' });
  });

  test('is read as a list of rows', () => {
    expect(moments('[{"visit_id":"a","turn":2,"code":"sdm.agree"}]')).toEqual([['a', '2', 'sdm.agree', '']]);
  });

  test('without a moment is a coding that found nothing', () => {
    expect(moments(JSON.stringify([{ ...visit, turns: [] }]))).toEqual([]);
  });

  test('that breaks off is told by its line, without a word of it', () => {
    const { code, at, what, fix } = problem(`${JSON.stringify(visit)}\n{"visit_id": "zebra`);
    expect([code, at]).toEqual(['coding.json', 'line 2']);
    expect(what + fix).not.toContain('zebra');
  });
});

describe('a spreadsheet of coders', () => {
  const sheet = `visit_id,turn,speaker,text,site,Anna,Ben
a,1,Doctor,How is it?,leeds,question.open,question.open
a,2,Patient,Bad.,leeds,,patient.cue
a,3,Doctor,"Sorry. Any fever?",leeds,empathy.sympathy; question.closed,NA
b,1,Doctor,Right.,cork,-,none
`;

  test('has a coding for each column of codes, empty cells uncoded, NA left out', () => {
    const { codings } = read(sheet);
    expect(
      codings.map(({ name, moments: m }) => [name, m.map(({ visit, turn, code }) => `${visit}${turn} ${code}`)]),
    ).toEqual([
      ['anna', ['a1 question.open', 'a3 empathy.sympathy', 'a3 question.closed']],
      ['ben', ['a1 question.open', 'a2 patient.cue']],
    ]);
    expect(codings.map(({ missing }) => [...missing])).toEqual([[], ['a\t3']]);
  });

  test('takes the coders that are named', () => {
    expect(read(sheet, { coders: ['Ben'] }).codings.map(({ name }) => name)).toEqual(['ben']);
    expect(() => read(sheet, { coders: ['Carl'] })).toThrow(UsageError);
  });

  test('groups visits by a column of its own', () => {
    expect([...read(sheet, { by: 'site' }).groups]).toEqual([
      ['a', 'leeds'],
      ['b', 'cork'],
    ]);
  });

  test('may have a row a turn and code, with yes and no', () => {
    const { codings } = read('visit_id,turn,code,anna,ben\na,1,question.open,1,0\na,2,patient.cue,x,\n');
    expect(codings.map(({ moments: m }) => m.map(({ turn, code }) => `${turn} ${code}`))).toEqual([
      ['1 question.open', '2 patient.cue'],
      [],
    ]);
  });
});
