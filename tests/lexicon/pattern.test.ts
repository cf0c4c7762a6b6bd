import { describe, expect, it } from 'vitest';
import { parsePattern } from '../../src/lexicon/pattern.ts';

describe('what is no part of the syntax is refused, with what to write instead', () => {
  it.each([
    ['(a|(b|c)) d', 'a group inside a group'],
    ['(a|b? c) d', '`?` or `+` inside a group'],
    ['a !b? c', '`!x?` says nothing'],
    ['a * b', '`*` is not part of the syntax'],
    ['/ab+/ c', 'regular expressions are not part of the syntax'],
    ['a && b', '`&&` is not part of the syntax'],
    ['a @hasComma b', '`~ @ % < >` are not part of the syntax'],
    ['a .{0,9} b', 'a gap of more than 8 words'],
    ['a .{3,2} b', 'a gap of more than 8 words'],
    ['a{1,2} b', '`{m,n}` on something other than `.`'],
    ['a (b c', 'the group that begins `(b c` is never closed'],
    ['a b) c', 'a `)` closes a group that no `(` opened'],
    ['[a b', 'a `[` without its `]`'],
    ['a b]', 'a `]` without its `[`'],
    ['[a] [b]', 'a second `[`'],
    ['a ^b', '`^` stands inside the pattern'],
    ['a$ b', '`$` stands inside the pattern'],
    ['a|b c', '`|` outside a group'],
    ['(a||b) c', 'an empty alternative'],
    ['. .{0,3}', 'nothing in the pattern must be there'],
    ['it sounds #feeling', "#feeling is no list's name"],
  ])('%s', (pattern, what) => {
    const parsed = parsePattern(pattern);
    expect(parsed).toMatchObject({ what });
    expect('fix' in parsed && parsed.fix.length > 5).toBe(true);
  });
});

describe('what is', () => {
  it('reads gaps, options, repeats, lists, roots, captures and anchors', () => {
    const parsed = parsePattern("^(that|it) {sound} very? .{0,2} [#Feeling+] !not don't$");
    expect(parsed).not.toHaveProperty('what');
    if ('what' in parsed) return;
    expect(parsed.head).toBe(true);
    expect(parsed.tail).toBe(true);
    expect(parsed.elements.map((e) => [e.kind, e.min, e.max])).toEqual([
      ['set', 1, 1],
      ['set', 1, 1],
      ['set', 0, 1],
      ['any', 0, 2],
      ['set', 1, 8],
      ['not', 1, 1],
      ['set', 1, 1],
    ]);
  });

  it('keeps a capture in its place', () => {
    expect(parsePattern('tell me [about it] please')).toMatchObject({ capture: [2, 4] });
  });
});
