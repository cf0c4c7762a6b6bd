import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/read/csv.ts';
import type { ReadOptions } from '../../src/read/reader.ts';
import { tsv } from '../../src/read/tsv.ts';
import { options, sourceOf } from './options.ts';
import { readAll } from './readall.ts';

const read = (text: string, more: Partial<ReadOptions> = {}) => readAll(csv, sourceOf(text, 'a.csv'), more);

describe('one row a turn', () => {
  const rows =
    'Visit ID,Utterance ID,Interlocutor,Role,Start,Utterance,site\nv1,7,Speaker 1,nurse,00:01:05.5,Come in.,A\nv1,9,Speaker 2,,66,Thanks.,B\n';

  it('takes the columns by name, in any spelling', () => {
    expect(read(rows)).toEqual([
      {
        id: 'v1',
        inRows: true,
        source: 'a.csv',
        kind: 'transcript',
        turns: [
          {
            id: '7',
            speaker: 'nurse',
            role: 'other',
            text: 'Come in.',
            parts: [{ place: 'row 2', at: 0, start: 65.5 }],
          },
          {
            id: '9',
            speaker: 'Speaker 2',
            role: 'other',
            text: 'Thanks.',
            parts: [{ place: 'row 3', at: 0, start: 66 }],
          },
        ],
      },
    ]);
  });

  it('carries columns through from the first row of a visit', () => {
    expect(read(rows, { keep: ['Site', 'ward'] })).toMatchObject([{ extra: { Site: 'A' } }]);
    expect(read(rows)[0]).not.toHaveProperty('extra');
  });

  it('takes the columns that --map names before those it would guess', () => {
    const text = 'id,speaker,text,wer,was,gruppe\n1,x,y,Doctor,Come in.,v1\n2,x,y,Patient,Thanks.,v1\n';
    const map = { visit: 'gruppe', speaker: 'WER', text: 'was', turn: 'id' };
    expect(read(text, { map })).toMatchObject([
      { id: 'v1', turns: [{ id: '1', speaker: 'Doctor', text: 'Come in.' }, { id: '2' }] },
    ]);
    expect(read(text, { map: { speaker: 'wo' } })).toMatchObject([
      { code: 'csv.no-column', what: expect.stringContaining('gruppe') },
    ]);
  });

  it('takes a bare id for the turn where no two rows in a row share it', () => {
    expect(read('id,speaker,text\n11,Doctor,Come in.\n12,Patient,Thanks.\n')).toMatchObject([
      { id: 'a', turns: [{ id: '11' }, { id: '12' }] },
    ]);
    expect(read('id,speaker,text\n11,Doctor,Come in.\n11,Patient,Thanks.\n')).toMatchObject([
      { id: '11', turns: [{ id: '1' }, { id: '2' }] },
    ]);
  });

  it('keeps the number of a turn without words and of a row that cannot be read', () => {
    const [problem, visit] = read('speaker,text\nDoctor,\n,Thanks.\nDoctor,Bye.\n\n,\nPatient,Bye.\n');
    expect(problem).toMatchObject({ code: 'csv.no-label', at: 'row 3' });
    expect(visit).toMatchObject({
      turns: [{ id: '1', text: '' }, { id: '3' }, { id: '4', parts: [{ place: 'row 7' }] }],
    });
  });

  it('tells a fault that runs through a visit once', () => {
    const problems = read('visit,speaker,text\nv1,,a b\nv1,,c\nv1,,d\nv2,Doctor,e\n');
    expect(problems).toMatchObject([
      { code: 'csv.no-label', at: 'row 2', visit: 'v1', what: expect.stringContaining('2 more') },
      { id: 'v2' },
    ]);
  });

  it('gives the note of a visit on demand', () => {
    const text = 'visit,speaker,text,note\nv1,Doctor,Come in.,Well today.\nv1,Patient,Thanks.,\n';
    expect(read(text)).toMatchObject([{ kind: 'transcript' }]);
    expect(read(text, { kind: 'both' })).toMatchObject([
      { kind: 'transcript' },
      { id: 'v1', kind: 'note', turns: [{ text: 'Well today.' }] },
    ]);
    expect(read(text, { kind: 'note' })).toMatchObject([{ kind: 'note' }]);
  });

  it('reads quotes in the middle of a cell as characters', () => {
    expect(read('speaker,text\nDoctor,So 6" tall?\nPatient,"He said ""no"", twice."\n')).toMatchObject([
      { turns: [{ text: 'So 6" tall?' }, { text: 'He said "no", twice.' }] },
    ]);
  });
});

describe('one row a visit', () => {
  const rows =
    'encounter_id,dialogue,note\nv1,"[doctor] come in .\r\n[patient] thanks .","PLAN\nRest."\nv2,Doctor: Hello.,\n';

  it('takes the conversation, the note or both', () => {
    expect(read(rows)).toMatchObject([
      {
        id: 'v1',
        kind: 'transcript',
        turns: [{ speaker: 'doctor', text: 'come in .', parts: [{ place: 'row 2' }] }, { speaker: 'patient' }],
      },
      { id: 'v2', kind: 'transcript' },
    ]);
    expect(read(rows, { kind: 'note' })).toMatchObject([
      { id: 'v1', kind: 'note', turns: [{ text: 'PLAN', role: 'note' }, { text: 'Rest.' }] },
      { code: 'csv.no-note', at: 'row 3', visit: 'v2' },
    ]);
    expect(read(rows, { kind: 'both' }).map((item) => 'kind' in item && `${item.id} ${item.kind}`)).toEqual([
      'v1 transcript',
      'v1 note',
      'v2 transcript',
    ]);
  });

  it('reads notes alone as notes', () => {
    expect(read('ID,section_text\n4,Mild asthma.\n')).toMatchObject([{ id: '4', kind: 'note' }]);
    expect(read('ID,text\n4,Mild asthma.\n', { kind: 'note' })).toMatchObject([{ id: '4', kind: 'note' }]);
  });

  it('calls visits without an id after the file and their place', () => {
    expect(read('dialogue\nDoctor: Hello.\nDoctor: Bye.\n')).toMatchObject([{ id: 'a#1' }, { id: 'a#2' }]);
    expect(read('dialogue\nDoctor: Hello.\n')).toMatchObject([{ id: 'a' }]);
  });
});

describe('what the rows of a table mean', () => {
  const word = fc.stringMatching(/^[a-z;,"'|éñ. -]{0,12}$/).map((text) => `x${text}x`);
  const turns = fc.array(fc.record({ speaker: fc.constantFrom('Doctor', 'Patient'), text: word }), {
    minLength: 1,
    maxLength: 6,
  });
  const visits = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z0-9]{1,6}$/), turns }), {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 4,
  });

  it.each([
    [csv, ','],
    [csv, ';'],
    [tsv, '\t'],
  ] as const)('%#: is what was written', (reader, delimiter) => {
    fc.assert(
      fc.property(visits, fc.constantFrom('\n', '\r\n', '\r'), (visits, record_delimiter) => {
        const rows = visits.flatMap(({ id, turns }) => turns.map(({ speaker, text }) => [id, speaker, text]));
        const text = stringify([['visit_id', 'speaker', 'text'], ...rows], { delimiter, record_delimiter });
        const source = sourceOf(text, 'a.csv');
        expect(reader.sniff(text, options)).toBe(true);
        const items = readAll(reader, source).map((item) =>
          'turns' in item ? { id: item.id, turns: item.turns.map(({ speaker, text }) => ({ speaker, text })) } : item,
        );
        expect(items).toEqual(visits);
      }),
    );
  });

  it('no row is lost but the bad one', () => {
    fc.assert(
      fc.property(turns, fc.nat(), fc.constantFrom('lone', 'v1,Doctor,a,b', 'v1,Doctor'), (turns, place, bad) => {
        const rows = turns.map(({ speaker, text }) => `v1,${speaker},"${text.replaceAll('"', '""')}"`);
        rows.splice(place % (rows.length + 1), 0, bad);
        const items = read(['visit_id,speaker,text', ...rows].join('\n'));
        expect(items.filter((item) => 'fix' in item)).toMatchObject([{ code: 'csv.fields' }]);
        const visit = items.find((item) => 'turns' in item);
        expect(visit?.turns.map(({ text }) => text)).toEqual(turns.map(({ text }) => text));
      }),
    );
  });
});
