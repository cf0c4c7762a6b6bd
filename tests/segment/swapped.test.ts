import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseData } from '../../src/lexicon/schema.ts';
import type { Lexicon } from '../../src/lexicon/types.ts';
import { labelsContradicted } from '../../src/segment/swapped.ts';
import type { Role, Visit } from '../../src/visit.ts';

const data = (name: string): unknown =>
  parseData(readFileSync(new URL(`../../lexicons/en/${name}.yaml`, import.meta.url), 'utf8'));
const lexicon = { speakers: data('speakers'), scoring: data('scoring') } as Lexicon;

const asks = [
  'What brings you in today?',
  'How long have you had it, and does it keep you up?',
  'Do you take anything for it? Any allergies?',
  "I'm going to prescribe a cream, and I want you to come back in two weeks.",
  'Do you have any questions for me?',
];
const reports = [
  "I've had this rash on my arm since I went camping.",
  "I don't know, it started about ten days ago. It hurts when I sleep on it.",
  "No, I've never been allergic. I took my sister's tablets.",
  "I guess I can do that. My work won't like it.",
  'No, I think I have it all. Thank you, doctor.',
];

function visitOf(first: Role, second: Role, times = 1): Visit {
  const pairs = asks.flatMap((text, k) => [
    { text, role: first },
    { text: reports[k], role: second },
  ]);
  const turns = Array.from({ length: times }, () => pairs).flat();
  return {
    id: 'v',
    source: 'v',
    kind: 'transcript',
    turns: turns.map((t, k) => ({ id: `${k + 1}`, speaker: t.role, parts: [], ...t })),
  };
}

describe('labels that contradict what is said', () => {
  test('are found where all are swapped, and only there', () => {
    expect(labelsContradicted(visitOf('patient', 'clinician'), lexicon)).toBe(true);
    expect(labelsContradicted(visitOf('clinician', 'patient'), lexicon)).toBe(false);
  });

  test('are not found in a swapped turn or two', () => {
    const visit = visitOf('clinician', 'patient', 2);
    for (const k of [2, 3]) visit.turns[k].role = visit.turns[k].role === 'patient' ? 'clinician' : 'patient';
    expect(labelsContradicted(visit, lexicon)).toBe(false);
  });

  test('need enough said, by both sides', () => {
    const short = visitOf('patient', 'clinician');
    short.turns.length = 2;
    expect(labelsContradicted(short, lexicon)).toBe(false);
    const alone = visitOf('patient', 'clinician', 3);
    for (const turn of alone.turns) if (turn.role === 'clinician') turn.role = 'other';
    expect(labelsContradicted(alone, lexicon)).toBe(false);
  });
});
