import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bedside, emptyFolder, rowsOf } from './bedside.ts';

const CHECKUP = 'fixtures/visits/checkup.txt';

function rows(name: string, ...args: string[]): Record<string, string>[] {
  const { code, stdout, stderr } = bedside(['score', CHECKUP, '--framework', name, ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return rowsOf(stdout);
}

describe('score --framework', () => {
  it.each([
    ['nurse', 5],
    ['option5', 5],
    ['four-habits', 23],
    ['calgary-cambridge', 71],
    ['miti', 16],
  ])('lists every item of %s, and tells what no code can see from what was not found', (name, size) => {
    const found = rows(name);
    expect(found).toHaveLength(size);
    for (const { status, evidence, turns, quotes, value, label } of found) {
      expect(label).not.toBe('');
      if (status === 'not seen by this tool') expect([evidence, turns, quotes]).toEqual(['', '', '']);
      else if (status === 'none found') expect([evidence, turns]).toEqual([value === '' ? '0' : '', '']);
      else expect(Number(evidence) + Number(value)).toBeGreaterThan(0);
    }
    expect(Object.keys(found[0])).not.toContain('total');
  });

  it('numbers the items as the instruments do', () => {
    expect(rows('calgary-cambridge').map(({ number }) => Number(number))).toEqual(
      Array.from({ length: 71 }, (_, k) => k + 1),
    );
    expect(rows('four-habits').map(({ number }) => Number(number))).toEqual(
      Array.from({ length: 23 }, (_, k) => k + 1),
    );
  });

  it('agrees with the columns of score where an item is a code', () => {
    const [score] = rowsOf(bedside(['score', CHECKUP]).stdout);
    for (const { item, evidence } of rows('nurse')) expect(evidence).toBe(score[`empathy_${item}`]);
  });

  it('gives the evidence with offsets as JSON', () => {
    const args = ['score', CHECKUP, '--framework', 'nurse', '--to', 'json'];
    const [visit] = JSON.parse(bedside(args).stdout);
    expect(visit).toMatchObject({ visit_id: 'checkup', framework: 'nurse', unit: 'moment' });
    const [{ moments }] = visit.items;
    expect(moments[0]).toMatchObject({ turn: '7', code: 'empathy.name', start: 0, end: 30 });
    expect(moments[0].quote).toHaveLength(30);
  });

  it('has bounds for motivational interviewing alone', () => {
    const bounds = (...args: string[]) => rows('miti', ...args).map(({ basic, proficient }) => `${basic}${proficient}`);
    expect(bounds().join('')).toBe('');
    expect(bounds('--mi').join('')).toBe('124050');
    expect(bedside(['score', CHECKUP, '--framework', 'nurse', '--mi'])).toMatchObject({ code: 2, stdout: '' });
    expect(bedside(['score', CHECKUP, '--mi'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('refuses a name that is none, and rows of two kinds', () => {
    const none = bedside(['score', CHECKUP, '--framework', 'nowt']);
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toContain('calgary-cambridge, four-habits, miti, nurse, option5');
    expect(bedside(['score', CHECKUP, '--framework', 'nurse', '--long']).code).toBe(2);
  });
});

/** A lexicon of one framework. */
function folderWith(text: string): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'frameworks'));
  writeFileSync(join(folder, 'frameworks', 'house.yaml'), text);
  return folder;
}

const HOUSE = `title: House list
about: two things
source: our own
wording: ours
note: For our teaching.
items:
  - id: asks
    number: 1
    words: Asks openly
    evidence:
      - code: question.open
        first: 3
    sees: open questions in the first three turns
  - id: smiles
    number: 2
    words: Smiles
    unseen: not in a transcript
`;

describe("a user's own framework", () => {
  it('is viewed by like those built in', () => {
    const found = rows('house', '-l', folderWith(HOUSE));
    expect(found.map(({ item, status, evidence, turns }) => [item, status, evidence, turns])).toEqual([
      ['asks', 'seen', '2', '1;3'],
      ['smiles', 'not seen by this tool', '', ''],
    ]);
  });

  it.each([
    ['an unknown code', 'question.open', 'question.opne', 7, 'there is no code question.opne'],
    ['an unknown key', 'first: 3', 'frist: 3', 7, 'unknown key frist'],
    ['turns that are none', 'first: 3', 'first: some', 7, 'first is no number of turns'],
    ['an item with neither', '    unseen: not in a transcript\n', '', 14, 'an item has evidence, or unseen'],
    ['an id twice', 'id: smiles', 'id: asks', 14, 'the id was there before'],
    ['a missing text', 'source: our own\n', '', 1, 'source is missing'],
    ['what is no YAML', 'about: two things', 'about: "two', 18, 'the YAML cannot be read here'],
  ])('is checked: %s', (_, before, after, line, what) => {
    const folder = folderWith(HOUSE.replace(before, after));
    const checked = bedside(['lexicon', 'check', folder]);
    expect(checked.code).toBe(1);
    const place = `house.yaml:${line}: `;
    const finding = checked.stdout.split('\n').find((text) => text.includes(what));
    expect(finding).toContain(place);
    expect(bedside(['score', CHECKUP, '--framework', 'house', '-l', folder])).toMatchObject({ code: 2, stdout: '' });
  });
});
