import { describe, expect, test } from 'vitest';
import { loadLexicon } from '../../src/lexicon/load.ts';
import { segmentVisit } from '../../src/segment/segment.ts';
import { labelsContradicted } from '../../src/segment/swapped.ts';
import type { Role, Visit } from '../../src/visit.ts';

const lexicon = await loadLexicon();
const isContradicted = (visit: Visit): boolean => labelsContradicted(segmentVisit(visit, lexicon), lexicon);

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
    expect(isContradicted(visitOf('patient', 'clinician'))).toBe(true);
    expect(isContradicted(visitOf('clinician', 'patient'))).toBe(false);
  });

  test('are not found in a swapped turn or two', () => {
    const visit = visitOf('clinician', 'patient', 2);
    for (const k of [2, 3]) visit.turns[k].role = visit.turns[k].role === 'patient' ? 'clinician' : 'patient';
    expect(isContradicted(visit)).toBe(false);
  });

  test('are found however words are written', () => {
    const spaced = visitOf('patient', 'clinician');
    const bare = visitOf('patient', 'clinician');
    for (const [k, { text }] of spaced.turns.entries()) {
      Object.assign(spaced.turns[k], { text: text.toUpperCase().replace(/N'T/g, " N'T").replaceAll("'", '’') });
      Object.assign(bare.turns[k], { text: text.toLowerCase().replaceAll("'", '').replaceAll('?', '') });
    }
    expect([spaced, bare].map(isContradicted)).toEqual([true, true]);
  });

  test('rest on whole words: a turn that begins with `it`, not with `its`', () => {
    const opening = (words: string): Visit => {
      const visit = visitOf('clinician', 'patient', 5);
      for (const turn of visit.turns) {
        Object.assign(turn, { text: turn.role === 'clinician' ? words : 'You can see that.' });
      }
      return visit;
    };
    expect(
      ['It looks fair.', 'It’s fair.', "It 's fair.", 'Its colour is fair.'].map(opening).map(isContradicted),
    ).toEqual([true, false, false, false]);
  });

  test('rest on a user’s own phrases too, however those are written', () => {
    const says = { clinician: ["What's up?", 'Zyxes, gonna'], patient: ['^It’s zyxed'] };
    const own = { ...lexicon, speakers: { ...lexicon.speakers, says } };
    const told = (asked: string, said: string): boolean => {
      const visit = visitOf('clinician', 'patient', 5);
      for (const turn of visit.turns) Object.assign(turn, { text: turn.role === 'patient' ? asked : said });
      return labelsContradicted(segmentVisit(visit, own), own);
    };
    expect(told('whats up', 'Its zyxed')).toBe(true);
    expect(told("So what's up? My zyxes gon na go.", "It's zyxed")).toBe(true);
    expect(told('whats up', 'So its zyxed')).toBe(false);
  });

  test('need enough said, by both sides', () => {
    const short = visitOf('patient', 'clinician');
    short.turns.length = 2;
    expect(isContradicted(short)).toBe(false);
    const alone = visitOf('patient', 'clinician', 3);
    for (const turn of alone.turns) if (turn.role === 'clinician') turn.role = 'other';
    expect(isContradicted(alone)).toBe(false);
  });
});
