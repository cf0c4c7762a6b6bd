import { describe, expect, test } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { segmentVisit } from '../../src/segment/segment.ts';
import type { Segmented } from '../../src/segment/types.ts';
import type { Turn, Visit } from '../../src/visit.ts';

const lexicon = await loadLexicon();

const SAID = [
  'How have you been sleeping? I wonder if the pain keeps you up.',
  'Not well, no. I wake at three, and then I lie there.',
  'Mm-hm.',
  'It started in May e.g. after the move, and my hip—well, it has not been the same since.',
  'So the move was hard on you. What would you like to do about the hip, and what about work?',
];

function visitOf(count: number): Visit {
  const turns = Array.from({ length: count }, (_, k): Turn => {
    const text = `${SAID[k % SAID.length]} That was number ${k}.`;
    const role = k % 2 === 0 ? 'clinician' : 'patient';
    return { id: `${k + 1}`, speaker: role, role, text, parts: [{ place: `line ${k + 1}`, at: 0 }] };
  });
  return { id: 'day', source: 'day.txt', kind: 'transcript', turns };
}

/** What a turn is cut into, without where its terms stand among those of other turns. */
function told({ turn, words, terms, from, to, sentences }: Segmented) {
  const places = [...terms.ids.subarray(from, to)].map((id, k) => [id, terms.starts[from + k], terms.gaps[from + k]]);
  const cut = sentences.map((s) => ({ ...s, from: s.from - from, to: s.to - from, head: s.head - from }));
  const phrases = terms.phrasesAt[to] - terms.phrasesAt[from];
  return { text: turn.text, words, size: to - from, places, cut, phrases };
}

describe('a very long visit', () => {
  const long = visitOf(9000);
  const turns = segmentVisit(long, lexicon);

  test('is longer than what is cut at once', () => {
    expect(long.turns.reduce((n, { text }) => n + text.length, 0)).toBeGreaterThan(1 << 19);
    expect(turns).toHaveLength(9000);
  });

  test('has its turns cut as those of a short one, in whatever order they are asked for', () => {
    for (let k = 0; k < 400; k += 1) {
      const position = (k * 3571) % 9000;
      const [alone] = segmentVisit({ ...long, turns: [long.turns[position]] }, lexicon);
      expect(told(turns[position])).toEqual(told(alone));
    }
  });

  test('gives the same for a turn that was let go of meanwhile', () => {
    const { terms, sentences } = turns[0];
    const before = told(turns[0]);
    const words = turns.reduce((n, text) => n + text.words + text.sentences.length, 0);
    expect(words).toBeGreaterThan(9000);
    expect(told(turns[0])).toEqual(before);
    // Who still holds what was let go of reads what it was.
    expect(told({ ...before, turn: turns[0].turn, from: turns[0].from, to: turns[0].to, terms, sentences })).toEqual(
      before,
    );
  });
});
