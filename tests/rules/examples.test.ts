import { describe, expect, it } from 'vitest';
import { conditions } from '../../src/tag/conditions/index.ts';
import { testRule } from '../../src/tag/examples.ts';
import { faults, lexicon, source } from './lexicon.ts';

it('has no faults', () => {
  expect(faults).toEqual([]);
});

describe.each(source.files.map((file) => [file.code, file] as const))('%s', (code, file) => {
  it('names only conditions and codes that there are', () => {
    const known = conditions.map((c) => c.id);
    expect(file.rules.flatMap((r) => [...r.when, ...r.unless]).filter((id) => !known.includes(id))).toEqual([]);
    expect(file.over.filter((c) => !source.files.some((f) => f.code === c))).toEqual([]);
  });

  it.each(file.rules.map((rule) => [rule.id, rule] as const))('%s stands by its examples', (id, rule) => {
    expect(rule.note).not.toBe('');
    expect(rule.yes.length).toBeGreaterThanOrEqual(2);
    expect(rule.no.length).toBeGreaterThanOrEqual(2);
    const lines = { rule: `${code}/${id}`, yes: rule.yes.map((l) => l.text), no: rule.no.map((l) => l.text) };
    expect(testRule(lines, lexicon).filter((r) => r.outcome !== 'right')).toEqual([]);
  });
});
