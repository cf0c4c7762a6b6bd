import { version } from '../version.ts';
import type { Visit } from '../visit.ts';
import type { Column } from './columns.ts';
import { placeOf } from './moments.ts';
import type { Answer } from './responses.ts';
import type { Score } from './score.ts';

/** Columns of `bedside cues`, one row a patient cue. */
export const cueColumns: readonly Column[] = [
  column('visit_id', 'the visit', { short: 'visit', rank: 1 }),
  column('turn', 'the turn of the cue', { rank: 2 }),
  column('quote', "the cue, in the patient's words", { short: 'cue', rank: 4, quotes: true }),
  column('rule', 'the rule that found it: code/name', { rank: 8 }),
  column('response', 'acknowledged, explored, informed, space, moved_on or none; see the docs', { rank: 3 }),
  column('response_turn', 'the turn that answers', { short: 'answer turn', rank: 7 }),
  column('response_code', 'the code that makes it an answer; empty where it earns none', {
    short: 'answer code',
    rank: 6,
  }),
  column('response_quote', "the answer, in the clinician's words", { short: 'answer', rank: 5, quotes: true }),
  column('place', 'line, row or cue of the input that the cue begins in', { rank: 9 }),
  {
    ...column('time_s', 'start of that subtitle or interval; empty without times'),
    type: 'seconds',
    unit: 'seconds',
    short: 'seconds',
  },
  column('lexicon', 'hash over the compiled rules, words, scoring and speakers'),
  column('version', 'version of bedside'),
];

/** The row of a cue and its answer, by column name. */
export function cueRow(visit: Visit, { cue, response, position, code, quote }: Answer, lexicon: string): Score {
  const turn = visit.turns[cue.position];
  return {
    visit_id: visit.id,
    turn: turn.id,
    quote: cue.quote,
    rule: cue.rule,
    response,
    response_turn: position === undefined ? null : visit.turns[position].id,
    response_code: code || null,
    response_quote: quote || null,
    ...placeOf(turn, cue.offset),
    lexicon,
    version,
  };
}

function column(name: string, formula: string, rest: Partial<Column> = {}): Column {
  return { name, type: 'text', unit: 'text', denominator: '', formula, source: 'bedside cues', ...rest };
}
