import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isForeign } from '../../src/read/foreign.ts';
import { fixtures, open } from './options.ts';

it.each([
  ['a coding by hand', 'visit_id,turn,code,start,end,quote\n'],
  ['tag', 'visit_id,kind,turn,speaker,role,code,start,end,quote,rule,place,time_s,lexicon,version\n'],
  ['score', 'visit_id,source,kind,turns,words,open_questions,communication_index,lexicon,version\n'],
  ['score --long', 'visit_id\tkind\tmeasure\tvalue\tn\n'],
  ['cues', 'visit_id,turn,quote,rule,response,response_turn,place,time_s,lexicon,version\n'],
  ['--errors', 'code,file,at,what,fix\n'],
  ['labels a turn, as a spreadsheet saves them', 'Transcript ID;Utterance ID;Interlocutor;question_subtype\n'],
  ['tags in JSON', '[\n  {"visit_id": "v1", "turn": "1", "code": "sdm.check", "quote": "x", "text": "y"}\n]'],
  ['scores in NDJSON', '{"visit_id":"v1","words":12,"lexicon":"ab12","version":"1.0.0"}\n'],
])('%s is no visit', (_, head) => {
  expect(isForeign(head)).toBe(true);
});

it.each([
  ['a coded transcript', 'visit_id,turn,speaker,text,code\n'],
  ['a note with a code', 'visit_id,note,code\n'],
  ['a sentence', 'The visit, the code and the quote.\n'],
  ['a visit in JSON', '{"visit_id": "v1", "turns": [{"speaker": "Doctor", "text": "The \\"code\\": none"}]}'],
])('%s may be one', (_, head) => {
  expect(isForeign(head)).toBe(false);
});

it('no visit of ours is taken for one', () => {
  for (const folder of ['visits/twins', 'visits/notes']) {
    const names = readdirSync(fixtures + folder);
    expect(names.filter((name) => isForeign(open(`${folder}/${name}`).text))).toEqual([]);
  }
});
