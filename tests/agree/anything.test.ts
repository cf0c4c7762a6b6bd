import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mutate } from '../../scripts/mutations.ts';
import { readCodings } from '../../src/agree/read-codings.ts';
import { InputError } from '../../src/problem.ts';
import { random } from '../../src/statistics/random.ts';
import { bedside, ROOT } from '../commands/bedside.ts';

const tables = ['gold/tags.csv', 'gold/coders.csv', 'gold/rare.csv', 'expected/tag.csv'].map((name) =>
  readFileSync(`${ROOT}fixtures/${name}`),
);
const json = ['json', 'ndjson'].map((format) =>
  Buffer.from(bedside(['tag', 'fixtures/visits/checkup.txt', 'fixtures/visits/results.txt', '--to', format]).stdout),
);

/** Codings, or the InputError that says why there are none; anything else is the test's failure. */
function outcomeOf(text: string): string {
  try {
    const { codings } = readCodings(text, 'a', { name: 'a' });
    for (const { moments } of codings)
      for (const { visit, turn, code } of moments) expect([visit, turn, code]).not.toContain('');
    return 'codings';
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problem.code;
  }
}

it('damaged codings give codings or a Problem', () => {
  fc.assert(
    fc.property(fc.constantFrom(...tables, ...json), fc.nat(), (bytes, seed) => {
      expect(outcomeOf(mutate(bytes, random(seed)).toString())).toMatch(/^codings$|^coding\./);
    }),
    { numRuns: 400 },
  );
});

it('codings nested without end are none', () => {
  const deep = `${'['.repeat(500_000)}${']'.repeat(500_000)}`;
  expect(outcomeOf(deep)).toBe('codings');
  expect(outcomeOf(`${'{"visits":'.repeat(200_000)}1${'}'.repeat(200_000)}`)).toBe('codings');
  expect(outcomeOf('['.repeat(1_000_000))).toBe('coding.json');
});
