import { describe, expect, test } from 'vitest';
import { draws, interval, resample } from '../../src/agree/bootstrap.ts';
import { random } from '../../src/statistics/random.ts';

describe('random', () => {
  test("gives the numbers of Python's random.Random(1), over the generator's first turn too", () => {
    const next = random(1);
    expect([next(), next(), next()]).toEqual([0.13436424411240122, 0.8474337369372327, 0.763774618976614]);
    for (let i = 0; i < 2000; i++) next();
    expect(next()).toBe(0.1735232013605318);
  });
});

describe('resample', () => {
  test('draws as many visits as there are, with replacement, the same each time', () => {
    const seen: number[][] = [];
    resample(7, (times) => seen.push([...times]));
    expect(seen).toHaveLength(draws);
    for (const times of seen) expect(times.reduce((a, b) => a + b, 0)).toBe(7);
    expect(seen.some((times) => times.includes(0))).toBe(true);
    const again: number[][] = [];
    resample(7, (times) => again.push([...times]));
    expect(again).toEqual(seen);
  });

  test('is quick for a cohort', () => {
    const start = process.cpuUsage();
    resample(2000, () => {});
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(1);
  }, 60_000);
});

describe('interval', () => {
  test('cuts a fortieth from each end', () => {
    const values = Array.from({ length: 1000 }, (_, i) => (i * 7) % 1000);
    expect(interval(values)).toEqual({ low: 25, high: 974 });
  });

  test('leaves out what is not defined, and is none where more than half is not', () => {
    expect(interval([undefined, 1, 2, 3])).toEqual({ low: 1, high: 3 });
    expect(interval([undefined, undefined, undefined, 3])).toBeUndefined();
    expect(interval([])).toBeUndefined();
  });
});
