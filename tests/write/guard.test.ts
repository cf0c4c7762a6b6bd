import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guard, unguard } from '../../src/write/guard.ts';
import { writers } from '../../src/write/index.ts';
import type { Cell, ColumnSpec } from '../../src/write/writer.ts';
import { bedside, emptyFolder, rowsOf } from '../commands/bedside.ts';

/** What a spreadsheet runs. */
const RUNS = /^[=+\-@\t\r]/;

/** Texts that begin as formulas do, or look as if they were guarded, among any others. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }).filter((t) => !/\p{Cs}/u.test(t)),
  fc
    .tuple(
      fc.constantFrom('', "'", "''", ' ', '\n', '"'),
      fc.constantFrom(...'=+-@\t\r', '=', '\n='),
      fc.string({ maxLength: 9 }),
    )
    .map((pieces) => pieces.join('')),
  fc.constantFrom(
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://a.b")',
    '@SUM(1)',
    '-1+1',
    '+1',
    '\t=1',
    '\r=1',
    "'=1",
    "''=1",
    "'",
    '',
  ),
);

const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.tuple(
      fc.array(text, { minLength: width, maxLength: width }),
      fc.array(fc.array(fc.oneof(text, fc.constant(null), fc.integer()), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 6,
      }),
    ),
  )
  // A row of one empty cell is an empty line.
  .filter(([names, rows]) => names.length > 1 || [names, ...rows].every(([cell]) => cell !== '' && cell !== null));

const columnsOf = (names: readonly string[]): ColumnSpec[] => names.map((name) => ({ name, type: 'text' }));
const look = { width: 80, colour: false };

describe('a cell that a spreadsheet would run', () => {
  it('never begins so once it is guarded, and is the same once it is read', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(guard(value)).not.toMatch(RUNS);
        expect(unguard(guard(value))).toBe(value);
        if (!RUNS.test(value) && !value.startsWith("'")) expect(guard(value)).toBe(value);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['csv', ','],
    ['tsv', '\t'],
  ])('nor any in a file, the names of columns among them: %s', (id, delimiter) => {
    const { write } = writers.find((writer) => writer.id === id) as (typeof writers)[number];
    fc.assert(
      fc.property(table, ([names, rows]) => {
        const file = [...write(columnsOf(names), rows as Cell[][], { ...look, guard: true })].join('');
        const read: string[][] = parse(file, { delimiter });
        const cells = [names, ...rows].map((row) => row.map((cell) => cell ?? ''));
        expect(
          read.map((row, r) => row.map((cell, c) => (typeof cells[r][c] === 'number' ? Number(cell) : unguard(cell)))),
        ).toEqual(cells);
        for (const [r, row] of read.entries())
          for (const [c, cell] of row.entries()) if (typeof cells[r][c] === 'string') expect(cell).not.toMatch(RUNS);
      }),
      { numRuns: 300 },
    );
  });

  it('numbers, standard output and JSON are left as they are', () => {
    for (const { id, write } of writers.filter((writer) => writer.id !== 'table')) {
      const plain = [...write(columnsOf(['a']), [['=1'], [-2]], { ...look, guard: false })].join('');
      expect(plain).not.toContain("'=1");
      const guarded = [...write(columnsOf(['a']), [['=1'], [-2]], { ...look, guard: true })].join('');
      expect(guarded).not.toContain("'-2");
      expect(guarded.includes("'=1")).toBe(id === 'csv' || id === 'tsv');
    }
  });
});

describe('a file that is written', () => {
  const SAID = '=HYPERLINK("http://a.b") That sounds really hard. What worries you most?';

  /** Formulas wherever an input can hold one: ids, labels, turns' ids, words, columns that are kept and their names. */
  const input = () => {
    const folder = emptyFolder();
    const quoted = `"${SAID.replaceAll('"', '""')}"`;
    const rows = [`=v,+1,=Doctor,${quoted},@site,-x`, `=v,-2,Patient,"I'm so worried about it.",@site,-x`];
    writeFileSync(join(folder, '=a.csv'), `visit,turn,speaker,text,=cmd|x,-kept\n${rows.join('\n')}\n`);
    return folder;
  };

  it.each(['score', 'tag', 'cues'])('holds no formula: %s', (command) => {
    const folder = input();
    const file = join(folder, 'out.csv');
    const options = ['--clinician', '=Doctor', '--keep', '=cmd|x,-kept', '--id-prefix'];
    const { stderr } = bedside([command, join(folder, '=a.csv'), '-o', file, ...options]);
    expect(stderr).toBe('');
    const cells: string[][] = parse(readFileSync(file, 'utf8'));
    expect(cells.length).toBeGreaterThan(1);
    expect(cells[0].slice(-2)).toEqual(["'=cmd|x", "'-kept"]);
    expect(cells[1].slice(-2)).toEqual(["'@site", "'-x"]);
    for (const cell of cells.flat()) if (RUNS.test(cell)) expect(cell).toMatch(/^-?\d+(\.\d+)?$/);
  });

  it('nor does the file of errors', () => {
    const folder = input();
    writeFileSync(join(folder, '=b.csv'), '=a,+b\n1,2\n');
    bedside(['score', '=b.csv', '=nowhere.txt', '--errors', 'errors.csv'], { cwd: folder });
    const files = rowsOf(readFileSync(join(folder, 'errors.csv'), 'utf8')).map(({ file }) => file);
    expect(files).toEqual(["'=b.csv", "'=nowhere.txt"]);
  });

  it('is read by our own commands as it was before', () => {
    const folder = input();
    const options = ['--clinician', '=Doctor'];
    bedside(['tag', join(folder, '=a.csv'), '-o', join(folder, 'guarded.csv'), ...options]);
    bedside(['tag', join(folder, '=a.csv'), '-o', join(folder, 'raw.csv'), '--raw', ...options]);
    const files = ['guarded.csv', 'raw.csv'].map((name) => join(folder, name));
    const { stdout, stderr } = bedside([
      'agree',
      ...files,
      '--text',
      join(folder, '=a.csv'),
      '--to',
      'csv',
      ...options,
    ]);
    expect(stderr).toBe('');
    const codes = rowsOf(stdout).filter(({ level, code, f1 }) => level === 'turn' && code && f1);
    expect(codes.map(({ f1 }) => Number(f1))).toContain(1);
    expect(new Set(codes.map(({ f1 }) => Number(f1)))).toEqual(new Set([1]));
  });
});
