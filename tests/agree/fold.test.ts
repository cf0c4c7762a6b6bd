import { describe, expect, test } from 'vitest';
import { codeRows, foldCodes } from '../../src/agree/fold.ts';

const fold = (...sides: string[][]) => [...foldCodes(sides.map((codes) => new Set(codes)))].sort();
const lines = (...codes: string[]) => codeRows(new Set(codes), 'transcript').map(({ label }) => label);

describe('foldCodes', () => {
  test('folds kinds where the other side has none finer', () => {
    expect(fold(['listening.reflection'], ['listening.reflection.simple', 'listening.reflection.complex'])).toEqual([
      'listening.reflection',
    ]);
    expect(fold(['sdm.check', 'sdm.agree'], ['sdm.check.teachback', 'sdm.agree'])).toEqual(['sdm.agree', 'sdm.check']);
  });

  test('folds a kind though the other side never gave its code', () => {
    expect(fold(['sdm.agree'], ['sdm.check.teachback'])).toEqual(['sdm.agree', 'sdm.check']);
  });

  test('keeps kinds that both sides have', () => {
    const both = ['listening.reflection.complex', 'listening.reflection.simple'];
    expect(fold(both, both)).toEqual(both);
  });

  test('does not take a family for a code unless one side gave the family', () => {
    expect(fold(['empathy.name'], ['empathy.name', 'sdm.options'])).toEqual(['empathy.name', 'sdm.options']);
    expect(fold(['question'], ['question.open', 'question.closed'])).toEqual(['question']);
  });
});

describe('codeRows', () => {
  test('has every code under its family, in the order of the codebook', () => {
    expect(lines('sdm.options', 'question.open', 'empathy.name', 'patient.cue', 'rapport.humour')).toEqual([
      ...[
        'question',
        'question.open',
        'empathy',
        'empathy.name',
        'sdm',
        'sdm.options',
        'patient',
        'patient.cue',
        'rapport.humour',
      ],
    ]);
  });

  test('does not repeat a code of a family of one', () => {
    expect(lines('listening.reflection')).toEqual(['listening.reflection']);
    expect(lines('listening.reflection.simple', 'listening.reflection.complex')).toContain('listening.reflection');
  });

  test('has shared decisions without the checks, where there are checks', () => {
    expect(lines('sdm.check', 'sdm.agree')).toContain('sdm less sdm.check');
    const row = codeRows(new Set(['sdm.check', 'sdm.agree']), 'transcript').find(({ label }) => label.includes('less'));
    expect([row?.has('sdm.agree'), row?.has('sdm.check.questions')]).toEqual([true, false]);
    expect(lines('sdm.agree')).not.toContain('sdm less sdm.check');
  });

  test('takes a note together', () => {
    expect(codeRows(new Set(['sdm.agree']), 'note')[0].label).toBe('all');
  });
});
