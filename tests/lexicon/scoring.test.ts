import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseData } from '../../src/lexicon/schema.ts';
import { checkScoring } from '../../src/lexicon/scoring.ts';
import { checkSpeakers } from '../../src/lexicon/speakers.ts';

interface Data {
  [key: string]: unknown;
  indices: Record<string, Record<string, unknown>[]>;
  flags: Record<string, Record<string, unknown>>;
}

interface Labels {
  [key: string]: unknown;
  patient: unknown[];
  titles: unknown[];
  says: Record<string, unknown[]>;
}

const read = (name: string): unknown =>
  parseData(readFileSync(new URL(`../../lexicons/en/${name}.yaml`, import.meta.url), 'utf8'));

/** The faults of our own file after one change. */
function faultsAfter(change: (data: Data) => void): string[] {
  const data = read('scoring') as Data;
  change(data);
  return checkScoring(data);
}

describe('scoring.yaml', () => {
  test('ours has no fault', () => {
    expect(checkScoring(read('scoring'))).toEqual([]);
  });

  test.each<[string, (data: Data) => void, RegExp]>([
    [
      'an unknown key',
      (d) => {
        d.bonus = 1;
      },
      /unknown key bonus/,
    ],
    [
      'an index that is not there',
      (d) => {
        delete d.indices.sdm_index;
      },
      /sdm_index is missing/,
    ],
    [
      'an index of its own',
      (d) => {
        d.indices.trust_index = [];
      },
      /unknown name trust_index/,
    ],
    [
      'a column that does not exist',
      (d) => {
        d.indices.sdm_index[0].column = 'smiles';
      },
      /sdm_index: entry 1: column/,
    ],
    [
      'a column that comes later',
      (d) => {
        d.indices.inquiry_index[0].column = 'sdm_index';
      },
      /does not stand before/,
    ],
    [
      'a weight of 0',
      (d) => {
        d.indices.inquiry_index[1].weight = 0;
      },
      /entry 2: weight/,
    ],
    [
      'a line without a slope',
      (d) => {
        d.indices.inquiry_index[0].full = 0;
      },
      /zero and full are the same/,
    ],
    [
      'a bound without a source',
      (d) => {
        delete d.indices.inquiry_index[0].source;
      },
      /source is missing/,
    ],
    [
      'a flag without a bound',
      (d) => {
        d.flags.short.value = 'many';
      },
      /short: value is no number/,
    ],
    [
      'a flag that is not there',
      (d) => {
        delete d.flags['few-cues'];
      },
      /few-cues is missing/,
    ],
    [
      'doubts about nothing',
      (d) => {
        d.flags.short.doubts = ['beauty'];
      },
      /short: doubts/,
    ],
  ])('tells %s', (_, change, fault) => {
    expect(faultsAfter(change)).toEqual([expect.stringMatching(fault)]);
  });

  test.each([undefined, null, 'text', [], 3])('%j is no scoring', (value) => {
    expect(checkScoring(value)).not.toEqual([]);
  });
});

describe('speakers.yaml', () => {
  test('ours has no fault', () => {
    expect(checkSpeakers(read('speakers'))).toEqual([]);
  });

  test.each<[string, (data: Labels) => void, RegExp]>([
    [
      'a list that is not there',
      (d) => {
        d.patient = undefined as never;
      },
      /patient is missing/,
    ],
    [
      'an entry that is no text',
      (d) => {
        d.titles[1] = 7;
      },
      /titles: entry 2 is no text/,
    ],
    [
      'a label of two roles',
      (d) => {
        d.patient.push('doctor');
      },
      /label doctor is listed twice/,
    ],
    [
      'a phrase of both sides',
      (d) => {
        d.says.patient.push('tell me');
      },
      /says tell me is listed twice/,
    ],
    [
      'a third side',
      (d) => {
        d.says.nurse = [];
      },
      /nurse is neither/,
    ],
    [
      'an unknown key',
      (d) => {
        d.robots = [];
      },
      /unknown key robots/,
    ],
  ])('tells %s', (_, change, fault) => {
    const data = read('speakers') as Labels;
    change(data);
    expect(checkSpeakers(data)).toEqual([expect.stringMatching(fault)]);
  });

  test.each([undefined, null, 'text', []])('%j is no list of speakers', (value) => {
    expect(checkSpeakers(value)).not.toEqual([]);
  });
});
