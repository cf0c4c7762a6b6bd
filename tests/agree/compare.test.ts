import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf } from '../../src/agree/agreement.ts';
import type { Coding } from '../../src/agree/codings.ts';
import { compare } from '../../src/agree/compare.ts';
import { codeRows } from '../../src/agree/fold.ts';
import { goldSets } from '../../src/agree/gold-folder.ts';
import { readCodings } from '../../src/agree/read-codings.ts';
import { sampleOf } from '../../src/agree/sample.ts';
import { goldFolder, madeVisit, readVisits } from './read-gold.ts';

const readCoding = (file: string, name: string): Coding =>
  readCodings(readFileSync(file, 'utf8'), file, { name }).codings[0];
const evaluated: Record<string, Record<string, number | null>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'evaluated.json'), 'utf8'),
);

describe('a gold folder', () => {
  const tags = readCoding(join(goldFolder, 'tags.csv'), 'tags');
  const results = new Map(
    (goldSets(goldFolder) ?? []).flatMap((set) => {
      const gold = {
        ...readCoding(set.codings[0], 'gold'),
        moments: set.codings.flatMap((file) => readCoding(file, 'gold').moments),
      };
      const visits = set.texts.flatMap(readVisits).sort((a, b) => (a.id < b.id ? -1 : 1));
      const { blocks } = agreementOf({ ...set, visits, gold: [gold], tags }, { score: () => ({}) });
      return blocks[0].codes.map((code) => {
        const label = set.kind === 'note' ? `notes ${code.code}`.replace('notes all', 'notes') : code.code;
        return [label, code] as const;
      });
    }),
  );

  test.each(Object.keys(evaluated))(
    '%s: counts, estimates and the interval are those of the reference program',
    (label) => {
      const expected = evaluated[label];
      const code = results.get(label);
      const ours = {
        gold: code?.moments[0],
        tagged: code?.moments[1],
        ...code?.confusion,
        precision: code?.figures.precision.value,
        recall: code?.figures.recall.value,
        f1: code?.figures.f1.value,
        f1_low: code?.figures.f1.low,
        f1_high: code?.figures.f1.high,
        kappa: code?.figures.kappa.value,
        moment_f1: code?.figures.moment_f1.value,
        visit_r: code?.visitR.value,
      };
      for (const [name, value] of Object.entries(expected)) {
        if (name === 'tn') continue;
        const figure = ours[name as keyof typeof ours];
        if (value === null) expect(figure, name).toBeUndefined();
        else expect(figure, name).toBeCloseTo(value, 9);
      }
    },
  );
});

describe('compare', () => {
  const moment = (visit: string, turn: string, code: string, quote = 'words') => ({ visit, turn, code, quote });
  const coding = (name: string, moments: Coding['moments'], missing: string[] = []): Coding => ({
    name,
    moments,
    missing: new Set(missing),
  });
  const only = (codings: Coding[], code: string, turns = 6) => {
    const visits = [madeVisit('a', turns), madeVisit('b', turns)];
    return compare(sampleOf(visits, codings), codeRows(new Set([code]), 'transcript')).find((row) => row.code === code);
  };

  test('counts turns that nobody coded as uncoded, and only those whose speaker can carry the code', () => {
    const clinician = only([coding('x', [moment('a', '1', 'sdm.agree')]), coding('y', [])], 'sdm.agree');
    expect(clinician?.confusion).toEqual({ tp: 0, fp: 0, fn: 1, tn: 5 });
    const patient = only(
      [coding('x', []), coding('y', [moment('a', '1', 'patient.cue'), moment('b', '2', 'patient.cue')])],
      'patient.cue',
    );
    expect(patient?.confusion).toEqual({ tp: 0, fp: 1, fn: 0, tn: 5 });
    expect(patient?.moments).toEqual([0, 2]);
  });

  test('leaves out what a coder left out', () => {
    const result = only(
      [coding('x', [moment('a', '1', 'sdm.agree')]), coding('y', [moment('a', '3', 'sdm.agree')], ['a\t1'])],
      'sdm.agree',
    );
    expect(result?.confusion).toEqual({ tp: 0, fp: 1, fn: 0, tn: 4 });
  });

  test('takes several coders together: alpha and AC1 of all, F1 and kappa over pairs', () => {
    const says = (name: string, ...turns: string[]) =>
      coding(
        name,
        turns.map((turn) => moment('a', turn, 'sdm.agree')),
      );
    const three = only([says('x', '1', '3'), says('y', '1'), says('z', '1', '5')], 'sdm.agree');
    // Pairs: x y 2/3, x z 1/2, y z 2/3.
    expect(three?.figures.f1.value).toBeCloseTo((2 / 3 + 1 / 2 + 2 / 3) / 3, 12);
    expect(three?.figures.precision.value).toBeUndefined();
    expect(three?.confusion).toBeUndefined();
    expect(three?.prevalence).toBeCloseTo(5 / 18, 12);
    // Six units of three ratings, two of them split 2 to 1: alpha = 1 - 17 (2 * 2 / 2 * 2) / (2 * 5 * 13).
    expect(three?.figures.alpha.value).toBeCloseTo(1 - (17 * 4) / (2 * 5 * 13), 12);
  });

  test('has no moment F1 where a side has no quotes', () => {
    const bare = [moment('a', '1', 'sdm.agree', '')];
    expect(
      only([coding('x', bare), coding('y', [moment('a', '1', 'sdm.agree')])], 'sdm.agree')?.figures.moment_f1.value,
    ).toBeUndefined();
  });

  const random = fc.array(
    fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 6 }), fc.constantFrom('sdm.agree', 'patient.cue')),
    {
      maxLength: 20,
    },
  );

  test('finds full agreement of a coding with itself, and the same of two whoever comes first', () => {
    fc.assert(
      fc.property(random, random, (one, two) => {
        const as = (list: typeof one, name: string) =>
          coding(
            name,
            list.map(([visit, turn, code]) => moment(visit, String(turn), code)),
          );
        for (const code of ['sdm.agree', 'patient.cue']) {
          const own = only([as(one, 'x'), as(one, 'y')], code);
          expect((own?.confusion?.fp ?? 0) + (own?.confusion?.fn ?? 0)).toBe(0);
          for (const name of ['f1', 'kappa', 'alpha', 'ac1'] as const)
            expect(own?.figures[name].value ?? 1).toBeCloseTo(1, 12);
          const forth = only([as(one, 'x'), as(two, 'y')], code);
          const back = only([as(two, 'y'), as(one, 'x')], code);
          expect(forth?.confusion?.fp).toBe(back?.confusion?.fn);
          expect(forth?.figures.precision.value).toBe(back?.figures.recall.value);
          for (const name of ['f1', 'kappa', 'alpha', 'ac1'] as const) {
            expect(forth?.figures[name].value ?? -9).toBeCloseTo(back?.figures[name].value ?? -9, 12);
            const { value, low, high } = forth?.figures[name] ?? {};
            if (value !== undefined && low !== undefined && high !== undefined) expect(low).toBeLessThanOrEqual(high);
          }
        }
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  test('takes a second or two for a thousand visits', () => {
    const visits = Array.from({ length: 1000 }, (_, i) => madeVisit(`v${i}`, 60));
    const list = (step: number) =>
      visits.flatMap(({ id }, i) =>
        Array.from({ length: 10 }, (_, j) =>
          moment(id, String(1 + ((i * step + j * 2) % 60)), ['sdm.agree', 'question.open'][j % 2]),
        ),
      );
    const sample = sampleOf(visits, [coding('x', list(2)), coding('y', list(4))]);
    const start = process.cpuUsage();
    compare(sample, codeRows(new Set(['sdm.agree', 'question.open']), 'transcript'));
    // Not by the clock: other work on the machine is no fault of ours.
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(3);
  }, 60_000);
});
