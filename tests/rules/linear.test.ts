import { describe, expect, it } from 'vitest';
import { patternAt, wordSetAt } from '../../src/lexicon/flat.ts';
import { segmentVisit } from '../../src/segment/segment.ts';
import { matcherOf } from '../../src/tag/match.ts';
import { tagVisit } from '../../src/tag/tag.ts';
import type { Role, Visit } from '../../src/visit.ts';
import { lexicon } from './lexicon.ts';

function visitOf(text: string, role: Role): Visit {
  const kind = role === 'note' ? 'note' : 'transcript';
  return { id: 'v', source: 'v', kind, turns: [{ id: '1', speaker: role, role, text, parts: [] }] };
}

/** Steps of the matcher over a text: counted, so that no clock decides. */
function steps(text: string, role: Role): number {
  const visit = visitOf(text, role);
  const segmented = segmentVisit(visit, lexicon);
  const before = matcherOf(lexicon).steps;
  tagVisit(visit, lexicon, segmented);
  return matcherOf(lexicon).steps - before;
}

/** A rule's own words, over and over: what a hostile text would be made of. */
function repeats(rule: number, times: number): string {
  const words = new Set<string>();
  for (const index of lexicon.rules[rule].patterns) {
    for (const element of patternAt(lexicon.patterns, index).elements) {
      const set = element.set < 0 ? undefined : wordSetAt(lexicon.sets, element.set);
      for (const id of set?.words.slice(0, 2) ?? []) words.add(lexicon.words[id - 1]);
    }
  }
  return [...words].slice(0, 12).join(' ').concat(' ').repeat(times).trim();
}

describe('matching is linear in the text', () => {
  it.each(lexicon.rules.map((rule, index) => [rule.id, index] as const))('%s', (_, index) => {
    const rule = lexicon.rules[index];
    const speaker = lexicon.codes.find((c) => c.code === rule.code)?.speaker ?? 'clinician';
    const role: Role = rule.in === 'note' ? 'note' : speaker;
    const once = steps(repeats(index, 20), role);
    const fourfold = steps(repeats(index, 80), role);
    // Sentences are cut at 80 words at most, so four times the text is four times the sentences, give or take one.
    expect(fourfold).toBeLessThanOrEqual(Math.max(once, 50) * 5);
  });
});
