import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { InputError, isProblem, type Problem, UsageError } from '../../src/problem.ts';
import { readSource } from '../../src/read/read.ts';
import type { ReadOptions } from '../../src/read/reader.ts';
import { fixtures, open, options, sourceOf } from './options.ts';

/** Code and place of the one Problem of each file, and the options it takes. */
const expected: Record<string, { code: string; at?: string; with?: Partial<ReadOptions> }> = {
  'empty.txt': { code: 'file.empty' },
  'blank.txt': { code: 'file.empty' },
  'binary.txt': { code: 'file.binary', at: 'line 3' },
  'letter.docx': { code: 'file.document' },
  'scan.txt': { code: 'file.document' },
  'page.html': { code: 'read.unknown-format' },
  'unlabelled.txt': { code: 'note.conversation' },
  'note-as-transcript.txt': { code: 'text.no-speakers', with: { kind: 'transcript' } },
  'transcript-as-note.vtt': { code: 'read.not-a-note', with: { kind: 'note' } },
  'bad-time.vtt': { code: 'vtt.bad-time', at: 'cue 3' },
  'no-cues.vtt': { code: 'vtt.no-cues' },
  'no-speakers.vtt': { code: 'vtt.no-speakers' },
  'bad-time.srt': { code: 'srt.bad-time', at: 'cue 2' },
  'no-cues.srt': { code: 'srt.no-cues' },
  'no-speakers.srt': { code: 'srt.no-speakers' },
};

it('every fixture of these formats is listed', () => {
  const found = readdirSync(`${fixtures}bad`).filter((name) => /\.(txt|md|vtt|srt|docx|html)$/.test(name));
  expect(found.sort()).toEqual(Object.keys(expected).sort());
});

describe.each(Object.entries(expected))('%s', (name, { code, at, with: more }) => {
  const problem = problemOf(name, more);

  it(`is ${code}${at ? ` at ${at}` : ''}`, () => {
    expect({ code: problem.code, at: problem.at }).toEqual({ code, at });
    expect(problem.file).toBe(`bad/${name}`);
  });

  it('says what to do, and quotes nothing', () => {
    expect(problem.fix).toMatch(/^[A-Z]/);
    expect(`${problem.what} ${problem.fix}`).not.toMatch(/inhaler|shoulder|throat|ceiling/i);
  });
});

describe('--from and --kind', () => {
  const talk = sourceOf('Doctor: What else?\nPatient: Nothing else.\n');
  const visitsOf = (more: Parameters<typeof readSource>[1]) => [...readSource(talk, more)];

  it('an unknown format is wrong usage', () => {
    expect(() => visitsOf({ ...options, from: 'docx' })).toThrow(UsageError);
  });

  it('a transcript is read as a note on demand', () => {
    const [visit] = visitsOf({ ...options, kind: 'note' });
    expect(visit).toMatchObject({ kind: 'note', turns: [{ text: 'Doctor: What else?', role: 'note' }, { id: '2' }] });
  });

  it('--from outranks content and ending', () => {
    expect(visitsOf({ ...options, from: 'note' })).toMatchObject([{ kind: 'note' }]);
    expect(visitsOf({ ...options, from: 'vtt' })).toMatchObject([{ code: 'vtt.no-cues' }]);
  });

  it('a conversation without labels is read as a note where the user says so', () => {
    const source = open('bad/unlabelled.txt');
    expect([...readSource(source, { ...options, kind: 'note' })]).toMatchObject([{ kind: 'note' }]);
    expect([...readSource(source, { ...options, from: 'note' })]).toMatchObject([{ kind: 'note' }]);
  });

  it('a format and a kind that exclude each other are a Problem', () => {
    expect(visitsOf({ ...options, from: 'note', kind: 'transcript' })).toMatchObject([
      { code: 'read.not-a-transcript' },
    ]);
    expect(visitsOf({ ...options, from: 'text', kind: 'note' })).toMatchObject([{ code: 'read.not-a-note' }]);
  });

  it('a file with a known ending is no note, whatever is in it', () => {
    const source = sourceOf('Sore throat for three days.\nRest and fluids.\n', 'a/b.srt');
    expect([...readSource(source, options)]).toMatchObject([{ code: 'srt.no-cues', file: 'a/b.srt' }]);
  });
});

function problemOf(name: string, more: Partial<ReadOptions> = {}): Problem {
  try {
    const [item, ...rest] = [...readSource(open(`bad/${name}`), { ...options, ...more })];
    expect(rest).toEqual([]);
    if (isProblem(item)) return item;
  } catch (error) {
    if (error instanceof InputError) return error.problem;
    throw error;
  }
  throw new Error(`${name} was read`);
}
