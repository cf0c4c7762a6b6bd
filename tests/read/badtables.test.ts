import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/read/csv.ts';
import { json } from '../../src/read/json.ts';
import { ndjson } from '../../src/read/ndjson.ts';
import type { Reader } from '../../src/read/reader.ts';
import { textgrid } from '../../src/read/textgrid.ts';
import { tsv } from '../../src/read/tsv.ts';
import { fixtures, open } from './options.ts';
import { readAll } from './readall.ts';

/** What each file gives, in order: a visit's id, or a Problem's code and place. */
const expected: Record<string, readonly string[]> = {
  'coding.csv': ['csv.coding row 1'],
  'empty-cell.csv': ['v1', 'csv.no-dialogue row 3'],
  'fields.csv': ['csv.fields row 3', 'v1'],
  'no-rows.csv': ['csv.no-rows row 1'],
  'no-speaker.csv': ['csv.no-speaker row 1'],
  'no-visit.csv': ['csv.no-visit row 3', 'v1'],
  'open-quote.csv': ['v1', 'csv.quote row 4'],
  'prose-header.csv': ['csv.no-text row 1'],
  'run-together.csv': ['csv.quote row 2', 'v1'],
  'split.csv': ['v1', 'v2', 'v1', 'v3'],
  'unlabelled-row.csv': ['csv.no-label row 3', 'v1'],
  'no-speaker.tsv': ['tsv.no-speaker row 1'],
  'broken.json': ['json.syntax line 4, column 27'],
  'cut.json': ['v1', 'json.syntax line 3, column 64'],
  'no-speakers.json': ['json.no-label segment 1'],
  'no-turns.json': ['json.no-turns'],
  'broken-line.ndjson': ['v1', 'ndjson.syntax line 2, column 73', 'v3'],
  'bad-time.TextGrid': ['textgrid.time line 21'],
  'chronological.TextGrid': ['textgrid.chronological line 1'],
  'cut.TextGrid': ['textgrid.cut line 21'],
  half: ['textgrid.cut line 20'],
  'quote.TextGrid': ['textgrid.quote line 18'],
  'silent.TextGrid': ['textgrid.silent'],
};

const readers: Record<string, Reader> = { csv, tsv, json, ndjson, textgrid };

it('every fixture of these formats is listed', () => {
  const found = readdirSync(`${fixtures}bad`).filter((name) => /\.(csv|tsv|json|ndjson|TextGrid)$/.test(name));
  const visits = new Set(found.map((name) => name.replace(/^half_.*/, 'half')));
  expect([...visits].sort()).toEqual(Object.keys(expected).sort());
});

describe.each(Object.entries(expected))('%s', (name, outcome) => {
  const items = name === 'half' ? readAll(textgrid, halves()) : readAll(readerOf(name), open(`bad/${name}`));

  it(`gives ${outcome.join('; ')}`, () => {
    expect(
      items.map((item) => ('fix' in item ? [item.code, ...(item.at ? [item.at] : [])].join(' ') : item.id)),
    ).toEqual(outcome);
  });

  it('says what to do, and quotes nothing', () => {
    for (const item of items) {
      if (!('fix' in item)) continue;
      expect(item.fix).toMatch(/^[A-Z]/);
      expect(`${item.what} ${item.fix}`).not.toMatch(/inhaler|better|night/i);
    }
  });
});

it('names the recording that is cut off, not the visit', () => {
  expect(readAll(textgrid, halves())).toMatchObject([{ file: 'bad/half_patient.TextGrid' }]);
});

function readerOf(name: string): Reader {
  return readers[open(`bad/${name}`).ending];
}

function halves() {
  const channels = ['doctor', 'patient'].map((speaker) => {
    const { name, text } = open(`bad/half_${speaker}.TextGrid`);
    return { name, speaker, text };
  });
  return { name: 'bad/half', id: 'half', ending: 'textgrid', text: '', channels };
}
