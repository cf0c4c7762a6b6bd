import { readdirSync, readFileSync } from 'node:fs';
import nlp from 'compromise';
import { expect, it } from 'vitest';
import { allPatterns } from '../../src/lexicon/flat.ts';
import { segmentVisit } from '../../src/segment/segment.ts';
import { matcherOf } from '../../src/tag/match.ts';
import { lexicon } from './lexicon.ts';

/**
 * Patterns of plain words and groups mean the same to compromise: each of its matches begins inside one of ours. Left out
 * are patterns with our own lists, roots and grammar tags, which compromise does not know, and with `^`, before which
 * only we let openers stand.
 */
const comparable = allPatterns(lexicon.patterns)
  .map(({ text }, index) => ({ text, index }))
  .filter((p) => !/[#{^$!'[]|\.\{/.test(p.text) && p.text.includes(' '))
  .filter((_, i) => i % 5 === 0);

const sentences = readdirSync('fixtures/visits')
  .filter((f) => f.endsWith('.txt'))
  .flatMap((f) => readFileSync(`fixtures/visits/${f}`, 'utf8').split('\n'))
  .flatMap((l) => l.replace(/^[^:]{1,30}:\s*/, '').split(/(?<=[.?!])\s+/))
  .filter((s) => /^[\w ,']+[.?!]?$/.test(s) && !s.includes("'"));

it('finds what compromise finds', () => {
  let compared = 0;
  for (const sentence of sentences) {
    const turn = { id: '1', speaker: '', role: 'clinician' as const, text: sentence, parts: [] };
    const [text] = segmentVisit({ id: 'v', source: 'v', kind: 'transcript', turns: [turn] }, lexicon);
    const doc = nlp(sentence);
    for (const pattern of comparable) {
      const theirs = doc.match(pattern.text).text('text');
      if (theirs === '') continue;
      compared += 1;
      const matcher = matcherOf(lexicon);
      const found = text.sentences.some((s) => {
        matcher.enter(text, s);
        for (let k = s.from; k < s.to; k += 1) if (matcher.matchAt(pattern.index, k) >= 0) return true;
        return false;
      });
      expect(found, `${pattern.text} in ${sentence}`).toBe(true);
    }
  }
  expect(compared).toBeGreaterThan(5);
}, 60_000);
