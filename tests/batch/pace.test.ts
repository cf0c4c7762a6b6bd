import { describe, expect, it } from 'vitest';
import { pauses } from '../../src/batch/pace.ts';
import { statusLine } from '../../src/batch/progress.ts';

describe('pauses', () => {
  it('let timers into a long run that would not wait otherwise', async () => {
    const pause = pauses();
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    for (const until = performance.now() + 200; performance.now() < until; ) await pause();
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(1);
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
