import { describe, expect, it } from 'vitest';
import { feed } from '../../src/batch/pace.ts';
import { statusLine } from '../../src/batch/progress.ts';

/** Numbers that take their time. */
function* slow(count: number, ms: number): Generator<number> {
  for (let i = 0; i < count; i += 1) {
    for (const until = performance.now() + ms; performance.now() < until; );
    yield i;
  }
}

describe('feed', () => {
  it('gives everything in order, filled or not', async () => {
    const { items, fill } = feed(slow(10, 0));
    const got: number[] = [];
    for (const item of items) {
      got.push(item);
      if (item % 3 === 0) await fill(item);
    }
    expect(got).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('lets timers in while it fills', async () => {
    const { items, fill } = feed(slow(40, 5));
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    await fill(Number.POSITIVE_INFINITY);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(1);
    expect([...items]).toHaveLength(40);
  });

  it('draws no further than it is asked', async () => {
    let drawn = 0;
    const source = function* () {
      for (;;) {
        drawn += 1;
        yield drawn;
      }
    };
    const { fill } = feed(source());
    await fill(3);
    await fill(2);
    expect(drawn).toBe(3);
  });
});

describe('the progress line', () => {
  it('tells count, rate and time left', () => {
    expect(statusLine(1, 1, 0)).toBe('1 visit, 1.0 a second');
    expect(statusLine(300, 20, 0.25)).toBe('300 visits, 15 a second, 1 min 0 s left');
    expect(statusLine(300, 20, 0.9)).toBe('300 visits, 15 a second, 3 s left');
    expect(statusLine(900, 3600, 0.2)).toBe('900 visits, 0.3 a second, 4 h 0 min left');
    expect(statusLine(5, 1, 1)).toBe('5 visits, 5.0 a second');
  });
});
