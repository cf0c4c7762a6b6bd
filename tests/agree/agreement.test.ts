import { describe, expect, test } from 'vitest';
import { agreementOf, type Study } from '../../src/agree/agreement.ts';
import { locate } from '../../src/agree/locate.ts';
import { straysOf } from '../../src/agree/strays.ts';
import type { Moment, Visit } from '../../src/visit.ts';
import { madeVisit } from './read-gold.ts';

const moment = (visit: string, turn: string, code: string) => ({ visit, turn, code, quote: '' });
const coding = (name: string, ...moments: ReturnType<typeof moment>[]) => ({
  name,
  moments,
  missing: new Set<string>(),
});

describe('agreementOf', () => {
  const visits = ['a', 'b', 'c'].map((id) => madeVisit(id, 8));
  const study: Study = {
    kind: 'transcript',
    visits,
    gold: [coding('gold', moment('a', '1', 'sdm.check'), moment('b', '1', 'sdm.check'), moment('b', '3', 'sdm.check'))],
    tags: coding('tags', moment('a', '1', 'sdm.check.teachback'), moment('b', '1', 'sdm.check.questions')),
    covers: () => true,
    whole: true,
  };
  const count = (moments: readonly Moment[], code: string) => moments.filter((m) => m.code.startsWith(code)).length;
  const score = (visit: Visit, moments: readonly Moment[]) => ({
    visit_id: visit.id,
    turns: visit.turns.length,
    checks: count(moments, 'sdm.check'),
    teachbacks: count(moments, 'sdm.check.teachback'),
    share: moments.length > 0 ? count(moments, 'sdm.check') / moments.length : null,
  });

  test('scores the folded codes, and only what a moment can move', () => {
    const [block] = agreementOf(study, { score }).blocks;
    expect(block.codes.map(({ code }) => code)).toEqual(['sdm', 'sdm less sdm.check', 'sdm.check']);
    expect(block.measures.map(({ measure, visits: n }) => [measure, n])).toEqual([
      ['checks', 3],
      ['share', 2],
    ]);
    expect(block.measures[0].means).toEqual([1, 2 / 3]);
  });

  test('scores nothing where visits were coded for some codes alone', () => {
    expect(agreementOf({ ...study, whole: false }, { score }).blocks[0].measures).toEqual([]);
  });

  test('compares groups one by one, in order', () => {
    const { blocks } = agreementOf(study, { score, groupOf: ({ id }) => (id === 'b' ? 'leeds' : 'cork') });
    expect(blocks.map(({ group, visits: n }) => [group, n])).toEqual([
      ['', 3],
      ['cork', 2],
      ['leeds', 1],
    ]);
  });
});

describe('locate', () => {
  const text = '😀 well, how is the knee today?';
  const visit: Visit = { ...madeVisit('a', 1), turns: [{ ...madeVisit('a', 1).turns[0], text }] };
  const found = (quote: string, start?: number, end?: number) =>
    locate(visit, [{ ...moment('a', '1', 'question.open'), quote, start, end }]).map((m) => [
      m.start,
      m.end,
      m.offset,
      m.quote,
    ]);

  test('takes offsets in code points where they fit the quote', () => {
    expect(found('how is', 8, 14)).toEqual([[8, 14, 9, 'how is']]);
    expect(found('', 8, 14)).toEqual([[8, 14, 9, 'how is']]);
  });

  test('looks for the quote where they do not, and takes the whole turn where it is not there', () => {
    expect(found('How is', 0, 3)).toEqual([[8, 14, 9, 'how is']]);
    expect(found('elbow')).toEqual([[0, 30, 0, text]]);
  });

  test('leaves out turns that are not there', () => {
    expect(locate(visit, [moment('a', '7', 'question.open')])).toEqual([]);
  });
});

test('straysOf counts moments without a visit, a turn or a speaker that earns them', () => {
  const moments = [
    moment('a', '1', 'sdm.agree'),
    moment('z', '1', 'x.y'),
    moment('a', '9', 'x.y'),
    moment('a', '1', 'patient.cue'),
  ];
  expect(straysOf([madeVisit('a', 2)], coding('tags', ...moments))).toEqual({ visits: 1, turns: 1, roles: 1 });
});
