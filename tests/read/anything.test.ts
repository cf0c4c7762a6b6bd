import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InputError, isProblem } from '../../src/problem.ts';
import { decode } from '../../src/read/bytes.ts';
import { readers } from '../../src/read/index.ts';
import { readSource } from '../../src/read/read.ts';
import { fixtures, options, sourceOf } from './options.ts';

const files = ['visits/twins', 'visits/notes', 'bad'].flatMap((folder) =>
  readdirSync(fixtures + folder).map((name) => ({ name, bytes: readFileSync(`${fixtures}${folder}/${name}`) })),
);

/** Cuts, doubles and overwrites stretches of bytes. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    drop: fc.nat(80),
    bytes: fc.oneof(fc.uint8Array({ maxLength: 8 }), awkward()),
  }),
  { minLength: 1, maxLength: 4 },
);
const from = fc.option(fc.constantFrom(...readers.map((reader) => reader.id)), { nil: undefined });
const kind = fc.option(fc.constantFrom('note', 'transcript', 'both'), { nil: undefined });

it('a damaged file gives visits or Problems', () => {
  fc.assert(
    fc.property(fc.constantFrom(...files), damage, from, kind, ({ name, bytes }, damages, from, kind) => {
      let damaged: Buffer = bytes;
      for (const { at, drop, bytes: more } of damages) {
        const place = Math.floor(at * damaged.length);
        damaged = Buffer.concat([damaged.subarray(0, place), more, damaged.subarray(place + drop)]);
      }
      expectSense(damaged, name, { from, kind });
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('any bytes give visits or Problems', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), from, kind, (bytes, from, kind) => {
      expectSense(bytes, 'a.txt', { from, kind });
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('time grows with the text, whatever is in it', () => {
  for (const unit of [
    ' ',
    '\t',
    'a ',
    'A.',
    '<v ',
    '<',
    '&',
    '[',
    '(',
    '0:',
    '00:00 ',
    '--> ',
    '**',
    'a:',
    '"',
    "Doctor: '",
    '\r',
    'é,',
  ]) {
    const time = (count: number) => {
      const bytes = Buffer.from(`Doctor: a\nPatient: b\n${unit.repeat(count)}`);
      const started = performance.now();
      for (const { id } of readers) expectSense(bytes, 'a.txt', { from: id });
      return performance.now() - started;
    };
    // Ten times the text may take thirty times as long on a busy machine; a hundred times is what a square would take.
    const short = Math.max(time(5_000), time(5_000), 30);
    expect(Math.min(time(50_000), time(50_000)) / short).toBeLessThan(40);
  }
}, 120_000);

function expectSense(
  bytes: Uint8Array,
  name: string,
  more: { from?: string; kind?: 'note' | 'transcript' | 'both' },
): void {
  try {
    for (const item of readSource(sourceOf(decode(bytes, name), name), { ...options, ...more })) {
      if (isProblem(item))
        expect(item).toMatchObject({ code: expect.any(String), what: expect.any(String), fix: expect.any(String) });
      else for (const { text, parts } of item.turns) expect(parts.every(({ at }) => at <= text.length)).toBe(true);
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}

/** What formats give a meaning to. */
function awkward(): fc.Arbitrary<Uint8Array> {
  return fc
    .constantFrom(
      '"',
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '\\',
      '-->',
      '\n\n',
      '\r',
      '<v ',
      '</v>',
      '&#x110000;',
      '\ufeff',
      '\0',
      'null',
      '1e999',
      '\t',
      '  ',
    )
    .map((text) => Buffer.from(text));
}
