import { expect, it } from 'vitest';
import { agreementByRule } from '../../src/agree/by-rule.ts';
import type { Moment } from '../../src/visit.ts';

const tag = (turn: string, code: string, rule: string): Moment => ({
  visit: 'v',
  turn,
  code,
  rule: `${code}/${rule}`,
  quote: '',
  start: 0,
  end: 1,
  position: 0,
  offset: 0,
});
const rules = [
  { id: 'sdm.check.questions/any', code: 'sdm.check.questions' },
  { id: 'sdm.check.questions/what', code: 'sdm.check.questions' },
  { id: 'sdm.agree/okay', code: 'sdm.agree' },
];
const gold = ['1', '2', '3', '4'].map((turn) => ({ visit: 'v', turn, code: 'sdm.check', quote: '' }));

it('counts turns, and measures a sub-code by the code that the gold has', () => {
  const tags = [
    tag('1', 'sdm.check.questions', 'any'),
    tag('1', 'sdm.check.questions', 'any'),
    tag('2', 'sdm.check.questions', 'any'),
    tag('2', 'sdm.check.questions', 'what'),
    tag('9', 'sdm.check.questions', 'any'),
  ];
  const [any, what, okay] = agreementByRule(rules, gold, tags);
  expect(any).toMatchObject({
    code: 'sdm.check',
    tagged: 3,
    right: 2,
    alone: 1,
    gold: 4,
    precision: 2 / 3,
    recall: 0.5,
  });
  expect(what).toMatchObject({ tagged: 1, right: 1, alone: 0, precision: 1, recall: 0.25 });
  expect(okay).toMatchObject({ code: 'sdm.agree', tagged: 0, right: 0, gold: 0 });
  expect(okay.precision).toBeUndefined();
});
