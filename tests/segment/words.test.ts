import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { segmentVisit } from '../../src/segment/segment.ts';
import type { Segmented } from '../../src/segment/types.ts';
import type { Turn } from '../../src/visit.ts';

const lexicon = await loadLexicon();

function cut(...texts: string[]): Segmented[] {
  const turns = texts.map((text, k): Turn => ({ id: `${k + 1}`, speaker: 'a', role: 'patient', text, parts: [] }));
  return segmentVisit({ id: 'v', source: 'v.txt', kind: 'transcript', turns }, lexicon);
}

/** Numbers of the written words of a turn. */
function formsOf({ terms, from, to }: Segmented): number[] {
  return [...terms.forms.subarray(from, to)];
}

/** Words that no list has, of letters within ASCII and beyond, around the length to which words are their own keys. */
const letters = fc.constantFrom(...'abzqxABZQXéÉłЖ'.split(''));
const word = fc.string({ unit: letters, minLength: 9, maxLength: 15 }).map((made) => `q${made}`);

describe('a written word', () => {
  test('has one number in any case, and no other word has it', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 30 }), (words) => {
        // Marks between them, since a word said twice in a row is said once.
        const forms = formsOf(cut(words.join('. '))[0]);
        expect(forms).toHaveLength(words.length);
        for (let a = 0; a < words.length; a += 1) {
          for (let b = 0; b < a; b += 1) {
            expect(forms[a] === forms[b]).toBe(words[a].toLowerCase() === words[b].toLowerCase());
          }
        }
      }),
    );
  });

  test('is not taken for one that differs in a single letter, wherever that stands', () => {
    for (let size = 1; size <= 40; size += 1) {
      const words = [`${'x'.repeat(size)}`];
      for (let at = 0; at < size; at += 1) words.push(`${'x'.repeat(at)}z${'x'.repeat(size - at - 1)}`);
      expect(new Set(formsOf(cut(words.join('. '))[0])).size).toBe(words.length);
    }
  });
});

test('a word may be as long as a damaged file makes it', () => {
  const long = 'x'.repeat(300_000);
  const [turn] = cut(`well ${long} and ${long}y and ${long}.`);
  expect(turn.words).toBe(6);
  const [, first, , second, , third] = formsOf(turn);
  expect([first === second, first === third]).toEqual([false, true]);
});

describe('a turn of very many words', () => {
  const said = [
    "I can't say, well, when it began.",
    'Was it in May, e.g. after the move?',
    'Uh, my hip - the the hip - hurts.',
  ];
  const long = Array.from({ length: 900 }, (_, k) => `${said[k % said.length]} That was ${k}.`);

  test('is cut as its sentences are', () => {
    const [whole] = cut(long.join(' '));
    const parts = cut(...long);
    expect(whole.words).toBe(parts.reduce((n, { words }) => n + words, 0));
    expect(formsOf(whole)).toEqual(parts.flatMap(formsOf));
    const marks = ({ sentences }: Segmented) => sentences.map(({ mark, question }) => `${mark} ${question}`);
    expect(marks(whole)).toEqual(parts.flatMap(marks));
  });
});

describe('a visit is taken as written without punctuation', () => {
  /** 126 words: with three end marks there is one for sixty words. */
  const speech = 'so I was in bed and then it hurt and I said okay what should I do and he said wait '.repeat(6);
  const cuts = (end: string) => cut(speech + end)[0].sentences.length;

  test('where it has fewer end marks than a word in sixty', () => {
    expect(cuts('yes no. oh.')).toBeGreaterThan(cuts('yes. no. oh.') + 4);
  });

  test('whatever the marks stand in: a number, or what a transcriber noted', () => {
    expect(cuts('yes 1.2.34')).toBe(cuts('yes 1234'));
    expect(cuts('yes 1.2.3.4')).toBeLessThan(cuts('yes 1234') - 4);
    expect(cuts('yes [oh. oh.]')).toBe(cuts('yes [oh oh]'));
    expect(cuts('yes [oh. oh. oh.]')).toBeLessThan(cuts('yes [oh oh oh]') - 4);
  });
});
