import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differs, type Fingerprint } from '../../src/batch/journal/fingerprint.ts';
import { inputsDiffer, sumInputs } from '../../src/batch/journal/inputs-sum.ts';
import { beginJournal, readJournal, resumeJournal, type Step, stepsOf } from '../../src/batch/journal/journal.ts';
import { repeats } from '../../src/batch/repeats.ts';
import { emptyFolder } from '../commands/bedside.ts';

const fingerprint: Fingerprint = {
  version: '1.0.0',
  lexicon: 'abc',
  options: { command: 'score', keep: ['site'] },
  inputs: sumInputs([]),
};

function stepOf(tasks: number): Step {
  return {
    tasks,
    course: `c${tasks}`,
    read: tasks * 1000,
    visits: tasks * 3,
    rows: tasks * 3,
    seconds: tasks,
    isEmpty: false,
    file: { bytes: tasks * 100, sha256: 'x' },
    ids: { hashes: '', file: tasks },
    told: [],
    marked: [`vîsit ${tasks}`],
    sums: [],
  };
}

function journalOf(steps: number): string {
  const path = join(emptyFolder(), 'out.csv.journal');
  const journal = beginJournal(path, 'out.csv', fingerprint);
  for (let k = 1; k <= steps; k += 1) journal.add(stepOf(k));
  journal.close();
  return path;
}

describe('a journal', () => {
  it('is read up to its last whole line, wherever it was torn and whatever stands behind', () => {
    const path = journalOf(4);
    const whole = readFileSync(path);
    const ends = [...whole.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.uint8Array({ maxLength: 20 }), (length, rubbish) => {
        writeFileSync(path, Buffer.concat([whole.subarray(0, length), rubbish]));
        const lines = ends.filter((end) => end <= length).length;
        // Rubbish may happen to be what was torn off.
        fc.pre(!whole.subarray(length, length + rubbish.length).equals(rubbish) || rubbish.length === 0);
        const kept = readJournal(path, 1e6);
        if (lines < 2) expect(kept).toBeUndefined();
        else {
          expect(kept?.last?.tasks).toBe(lines > 2 ? lines - 2 : undefined);
          expect(kept?.end).toBe(ends[lines - 1]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is gone on with after that line', () => {
    const path = journalOf(3);
    truncateSync(path, statSync(path).size - 1);
    appendFileSync(path, 'half');
    const kept = readJournal(path, 1e6);
    const journal = resumeJournal(path, 'out.csv', kept?.end ?? 0);
    journal.add(stepOf(3));
    journal.close();
    const again = readJournal(path, 1e6);
    expect(again).toMatchObject({ sessions: 2, last: stepOf(3), fingerprint });
    expect([...stepsOf(path, again?.end ?? 0)].map(({ tasks }) => tasks)).toEqual([1, 2, 3]);
  });

  it('goes back to the step whose rows are all there', () => {
    const kept = readJournal(journalOf(4), 250);
    expect(kept?.last?.tasks).toBe(2);
  });
});

describe('a fingerprint', () => {
  const input = (name: string, bytes: number, modified: number) => ({
    name,
    id: name,
    ending: 'txt',
    path: name,
    bytes,
    modified,
  });

  it('names what differs first', () => {
    expect(differs(fingerprint, fingerprint)).toBeUndefined();
    expect(differs({ ...fingerprint, version: '1.1.0' }, fingerprint)).toBe(
      'this is bedside 1.1.0, and that was 1.0.0',
    );
    expect(differs({ ...fingerprint, options: { command: 'score' } }, fingerprint)).toBe('--keep is another');
  });

  it('sees a file that is larger, newer, missing or another, among many thousands too', () => {
    for (const count of [3, 5000]) {
      const inputs = Array.from({ length: count }, (_, i) => input(`f${i}`, 10, 5));
      const before = sumInputs(inputs);
      const now = (at: number, changed: ReturnType<typeof input>) =>
        inputsDiffer(sumInputs(inputs.with(at, changed)), before);
      expect(inputsDiffer(sumInputs(inputs), before)).toBeUndefined();
      expect(now(2, input('f2', 11, 5))).toMatch(count === 3 ? /^f2 has changed$/ : /one of the 5 from f0 on/);
      expect(now(1, input('f1', 10, 6))).toMatch(/changed/);
      expect(now(1, input('g', 10, 5))).toMatch(count === 3 ? /^g stands in the place of f1$/ : /changed/);
      expect(inputsDiffer(sumInputs(inputs.slice(1)), before)).toBe(
        `there are ${count - 1} inputs, and ${count} before`,
      );
    }
  });
});

describe('ids that come again', () => {
  it('are known after a run was broken off as if it had not been', () => {
    const visit = fc.record({
      id: fc.constantFrom(...'abcdefgh'),
      source: fc.constantFrom('x', 'y', 'z'),
      inRows: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 40 }), fc.array(fc.nat(40)), (visits, breaks) => {
        const whole = repeats();
        let broken = repeats(true);
        const taken: ReturnType<typeof broken.taken>[] = [];
        for (const [at, one] of visits.entries()) {
          if (breaks.includes(at)) {
            taken.push(broken.taken());
            broken = repeats(true);
            for (const ids of taken) broken.restore(JSON.parse(JSON.stringify(ids)));
          }
          const visit = { ...one, kind: 'transcript' as const };
          expect(broken.check(visit)).toEqual(whole.check(visit));
        }
      }),
    );
  });
});
