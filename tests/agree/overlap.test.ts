import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable, matches, overlap } from '../../src/agree/overlap.ts';

const share = (a: string, b: string) => overlap(comparable(a), comparable(b));

describe('overlap', () => {
  test('is the longest stretch in common over the shorter quote', () => {
    expect(share('so the knee locks', 'the knee')).toBe(1);
    expect(share('abcdef', 'zzcdzzz')).toBe(2 / 6);
    expect(share('abc', 'xyz')).toBe(0);
    expect(share('', 'abc')).toBe(0);
  });

  test('counts characters, not halves of them, and no difference in case or blanks', () => {
    expect(share('😀', '😃')).toBe(0);
    expect(share('  How\nARE\tyou ', 'how are you')).toBe(1);
  });

  test('is the same both ways and within 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ') }),
        fc.string({ unit: fc.constantFrom('a', 'b', ' ') }),
        (a, b) => {
          expect(share(a, b)).toBe(share(b, a));
          expect(share(a, b)).toBeLessThanOrEqual(1);
          expect(share(a, a)).toBe(comparable(a).length > 0 ? 1 : 0);
        },
      ),
    );
  });
});

describe('matches', () => {
  test('takes each moment once', () => {
    expect(matches(['how is it', 'how is it'], ['how is it'])).toBe(1);
    expect(matches(['is it sharp', 'how is it'], ['How is it?', 'is it sharp or dull'])).toBe(2);
  });

  test('wants more than half', () => {
    expect(matches(['abxx'], ['abyy'])).toBe(0);
    expect(matches(['abcx'], ['abcy'])).toBe(1);
  });
});
