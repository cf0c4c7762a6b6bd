import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Input } from '../src/batch/inputs.ts';
import { repeats } from '../src/batch/repeats.ts';
import type { Slice } from '../src/batch/task.ts';
import { loadLexicon } from '../src/lexicon/load.ts';
import { placeOf, readInputs, readingOf, type WalkOptions } from '../src/pipeline.ts';
import { isProblem, type Problem } from '../src/problem.ts';
import { cutFile } from '../src/slices.ts';
import { stdinSlices } from '../src/stdin.ts';
import type { Visit } from '../src/visit.ts';

const lexicon = await loadLexicon();
const folder = mkdtempSync(join(tmpdir(), 'bedside-'));

function fileOf(name: string, bytes: Uint8Array): Input {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return { name, id: name.replace(/\.\w+$/, ''), ending: name.replace(/^.*\./, ''), path, bytes: bytes.length };
}

/** What a run would make of these, up to the roles. */
function read(inputs: readonly (Slice | Problem)[], options: WalkOptions): (Visit | Problem)[] {
  const { check: repeated } = repeats();
  return [...readInputs(inputs, lexicon, options)].map((item) =>
    isProblem(item) ? item : (repeated({ ...item, at: placeOf(item) }) ?? item),
  );
}

async function cut(input: Input, size: number, options: WalkOptions): Promise<readonly Slice[]> {
  const slices = await cutFile(input, readingOf(lexicon, options), size);
  if ('code' in slices) throw new Error(slices.code);
  return slices;
}

/** Words, and all that could mislead one who cuts. */
const said = fc.oneof(
  fc.constantFrom(
    'How are you?',
    'It hurts.',
    'Well',
    '',
    '  ',
    'né',
    '“so”',
    '🙂 fine',
    'a,b;c\td',
    'two\nlines',
    'x\r\ny',
    'z\r',
  ),
  fc.constantFrom('say "so"', '"', '""', 'Doctor: Hello.\nPatient: It hurts.', '\u00a0', '\u3000'),
);
const id = fc.constantFrom('v1', 'v2', 'v3', 'v4', 'v5', ' v1', 'né', '', 'v,1', 'v"1');
const who = fc.constantFrom('Doctor', 'Patient', 'Nurse', '');
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const size = fc.integer({ min: 2, max: 300 });

const ENCODINGS = {
  utf8: (text: string) => Buffer.from(text),
  marked: (text: string) => Buffer.from(`\ufeff${text}`),
  utf16: (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  swapped: (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  windows: (text: string) => Buffer.from(text.replace(/[^\0-\xff]/gu, '?'), 'latin1'),
  damaged: (text: string) => Buffer.concat([Buffer.from(`${text}né né né né né`), Buffer.from([0xe9, 0x20])]),
};
const encoding = fc.constantFrom(...(Object.keys(ENCODINGS) as (keyof typeof ENCODINGS)[]));

function quoted(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

describe('a file that is cut gives what the whole gives', () => {
  it('as rows of turns', async () => {
    const turns = fc.array(fc.tuple(who, said), { minLength: 1, maxLength: 4 });
    const visit = fc.tuple(id, turns).map(([own, all]) => all.map((turn) => [own, ...turn]));
    const faulty = fc.constantFrom([['']], [['v1', 'Doctor']], [['', '', '']]);
    const rowsOf = fc.array(fc.oneof({ weight: 12, arbitrary: visit }, faulty), { maxLength: 15 });
    let cuts = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          rows: rowsOf.map((visits) => visits.flat()),
          end: lineEnd,
          delimiter: fc.constantFrom(',', ';', '\t'),
        }),
        fc.record({
          encoding,
          size,
          tail: fc.constantFrom('', '', '', '', '', '\n', 'v9,Doctor,"open', '\n\n', 'v9\tDoctor\t"a"b'),
          head: fc.constantFrom('', 'sep=,\n', '\n'),
          name: fc.constantFrom('visit', 'visit', 'id'),
        }),
        async ({ rows, end, delimiter }, { encoding, size, tail, head, name }) => {
          const lines = [[name, 'speaker', 'text'], ...rows].map((cells) =>
            cells.map((cell) => quoted(cell, delimiter)).join(delimiter),
          );
          const input = fileOf(
            delimiter === '\t' ? 'a.tsv' : 'a.csv',
            ENCODINGS[encoding](`${head}${lines.join(end)}${end}${tail}`),
          );
          const slices = await cut(input, size, {});
          if (slices.length > 1) cuts += 1;
          expect(read(slices, {})).toEqual(read([input], {}));
        },
      ),
      { numRuns: 400 },
    );
    expect(cuts).toBeGreaterThan(100);
  });

  it('as rows of visits', async () => {
    const dialogue = fc.constantFrom(
      'Doctor: Hello.\nPatient: It hurts.',
      'Doctor: Well?\r\nPatient: Bad.',
      '',
      ' \u00a0 ',
      'Doctor: a "b", c\nPatient: d',
    );
    let cuts = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            { weight: 8, arbitrary: fc.tuple(id, dialogue, said) },
            fc.constantFrom([''], ['v1'], ['\u00a0', '', '']),
          ),
          { maxLength: 20 },
        ),
        fc.record({
          encoding,
          size,
          end: lineEnd,
          named: fc.boolean(),
          kind: fc.constantFrom(undefined, 'both' as const),
        }),
        async (rows, { encoding, size, end, named, kind }) => {
          const lines = [[named ? 'visit' : 'color', 'dialogue', 'note'], ...rows].map((cells) =>
            cells.map((cell) => quoted(cell, ',')).join(','),
          );
          const input = fileOf('a.csv', ENCODINGS[encoding](`${lines.join(end)}${end}`));
          const options = { kind };
          const slices = await cut(input, size, options);
          if (slices.length > 1) cuts += 1;
          expect(read(slices, options)).toEqual(read([input], options));
        },
      ),
      { numRuns: 300 },
    );
    expect(cuts).toBeGreaterThan(100);
  });

  const turn = fc.tuple(id, who, said).map(([visit_id, speaker, text]) => JSON.stringify({ visit_id, speaker, text }));
  const visit = fc
    .tuple(id, said)
    .map(([own, text]) => JSON.stringify({ ...(own !== 'v5' && { id: own }), turns: [{ speaker: 'Doctor', text }] }));
  const line = fc.oneof(
    turn,
    turn,
    visit,
    fc.constantFrom('', '  ', '{"turns": [', '3', '{"note": "Well."}', '{"text": "x"}', '{}'),
  );

  it('as JSON lines', async () => {
    let cuts = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 25 }),
        encoding,
        lineEnd,
        size,
        async (lines, encoding, end, size) => {
          const input = fileOf('a.ndjson', ENCODINGS[encoding](`${lines.join(end)}${end}`));
          const options = { from: 'ndjson' };
          const slices = await cut(input, size, options);
          if (slices.length > 1) cuts += 1;
          expect(read(slices, options)).toEqual(read([input], options));
        },
      ),
      { numRuns: 400 },
    );
    expect(cuts).toBeGreaterThan(100);
  });

  it('as JSON lines that come through a pipe', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 2, maxLength: 25 }), lineEnd, size, async (lines, end, size) => {
        const bytes = Buffer.from(`${lines.join(end)}${end}x`);
        const chunks = async function* () {
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
        };
        const options = { from: 'ndjson' };
        const input = { ...fileOf('stdin.ndjson', bytes), name: 'stdin', path: '-' };
        const slices: (Slice | Problem)[] = [];
        for await (const slice of stdinSlices(chunks(), input, readingOf(lexicon, options), 1, () => false))
          slices.push(slice);
        expect(read(slices, options)).toEqual(read([{ ...input, content: bytes } as Slice], options));
      }),
      { numRuns: 200 },
    );
  });
});
