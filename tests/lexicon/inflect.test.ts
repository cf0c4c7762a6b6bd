import { describe, expect, it } from 'vitest';
import { inflect } from '../../src/lexicon/inflect.ts';

const irregular = new Map([
  ['feel', ['felt']],
  ['be', ['am', 'is', 'are', 'was', 'were', 'been', 'being']],
]);

describe('inflect', () => {
  it.each([
    ['worry', ['worry', 'worries', 'worrying', 'worried']],
    ['stop', ['stop', 'stops', 'stopping', 'stopped']],
    ['cope', ['cope', 'copes', 'coping', 'coped']],
    ['miss', ['miss', 'misses', 'missing', 'missed']],
    ['feel', ['feel', 'feels', 'feeling', 'felt']],
    ['lie', ['lie', 'lies', 'lying', 'lied']],
    ['stay', ['stay', 'stays', 'staying', 'stayed']],
  ])('%s', (root, forms) => {
    expect(inflect(root, irregular).sort()).toEqual([...forms].sort());
  });

  it('takes listed forms for irregular roots and makes no past of its own', () => {
    expect(inflect('feel', irregular)).not.toContain('feeled');
    expect(inflect('be', irregular)).toEqual(expect.arrayContaining(['am', 'was', 'being']));
  });
});
