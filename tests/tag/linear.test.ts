import { describe, expect, it } from 'vitest';
import { patternAt, wordSetAt } from '../../src/lexicon/flat.ts';
import type { Rule } from '../../src/lexicon/types.ts';
import { countSteps } from '../../src/tag/steps.ts';
import type { Role, Visit } from '../../src/visit.ts';
import { lexicon } from '../rules/lexicon.ts';

function visitOf(text: string, role: Role): Visit {
  const kind = role === 'note' ? 'note' : 'transcript';
  return { id: 'v', source: 'v', kind, turns: [{ id: '1', speaker: role, role, text, parts: [] }] };
}

function roleOf({ code, in: kind }: Rule): Role {
  return kind === 'note' ? 'note' : (lexicon.codes.find((one) => one.code === code)?.speaker ?? 'clinician');
}

/** A word that no rule knows, and words that rules' gaps run over. */
const NEAR = ['zyx', 'the', 'really', 'zyx'];

/** What each element of a rule's patterns takes: two of its words, or words for a gap, as few and as many as it takes. */
function elementsOf(rule: Rule): string[][] {
  return rule.patterns.map((index) =>
    patternAt(lexicon.patterns, index).elements.flatMap((element) => {
      if (element.kind === 'any') return NEAR.slice(0, Math.max(1, Math.min(element.max, NEAR.length)));
      const set = element.set < 0 ? undefined : wordSetAt(lexicon.sets, element.set);
      return (set?.words ?? []).slice(0, 2).map((id) => lexicon.words[id - 1]);
    }),
  );
}

/** Texts made of a rule's own words that keep its patterns busy without end, each a piece to be said over and over. */
function piecesOf(rule: Rule): string[] {
  const patterns = elementsOf(rule);
  const first = patterns.flatMap((words) => words.slice(0, 1));
  const all = [...new Set(patterns.flat())].slice(0, 40);
  const longest = patterns.reduce((most, words) => (words.length > most.length ? words : most), []);
  return [
    // Every pattern begins, none ends.
    first.join(' '),
    first.flatMap((word) => [word, ...NEAR]).join(' '),
    // All but the last element, again and again; then all of them, with marks and without.
    longest.slice(0, -1).join(' '),
    `${longest.join(' ')}. `,
    longest.flatMap((word) => [word, 'zyx']).join(', '),
    all.join(' '),
  ].filter((piece) => piece.trim() !== '');
}

/**
 * Ten times the text takes ten times the steps, and not the hundred of a square; sentences are cut somewhat otherwise. The text is so
 * long that what is special about its first and last sentence counts for little.
 */
function expectLine(piece: string, role: Role): void {
  const times = Math.max(1, Math.ceil(480 / piece.split(' ').length));
  const steps = (factor: number) => countSteps(visitOf(`${piece} `.repeat(times * factor).trim(), role), lexicon);
  expect(steps(10)).toBeLessThanOrEqual(13 * Math.max(steps(1), 50));
}

describe('matching is linear in the text, whatever it is made of', () => {
  it.each(lexicon.rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    for (const piece of piecesOf(rule)) expectLine(piece, roleOf(rule));
  });
});

describe('a thousandfold', () => {
  const heaviest = [...lexicon.rules].sort((a, b) => b.patterns.length - a.patterns.length).slice(0, 8);

  it.each(heaviest.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    for (const piece of piecesOf(rule).slice(0, 4)) {
      const text = (times: number) => visitOf(`${piece}. `.repeat(times), roleOf(rule));
      expect(countSteps(text(1000), lexicon)).toBeLessThanOrEqual(11 * Math.max(20, countSteps(text(100), lexicon)));
    }
  });
});

it('a word that no list has takes no step for each rule', () => {
  const steps = countSteps(visitOf('zyx '.repeat(10_000), 'clinician'), lexicon);
  expect(steps).toBeLessThan(10_000 * lexicon.rules.length);
});
