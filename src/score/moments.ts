import { version } from '../version.ts';
import type { Moment, Part, Turn, Visit } from '../visit.ts';
import type { Column } from './columns.ts';
import { firstWhere } from './halving.ts';
import { rounded } from './round.ts';
import type { Score } from './score.ts';

/** Columns of `bedside tag`, one row a moment. */
export const tagColumns: readonly Column[] = [
  column('visit_id', 'the visit', { short: 'visit', rank: 1 }),
  column('kind', 'transcript or note', { rank: 6 }),
  column('turn', "the turn's position from 1, or the input's own turn column", { rank: 2 }),
  column('speaker', 'the label as in the input; with --no-quotes and --redact the role in place of a name', {
    rank: 7,
  }),
  column('role', 'clinician, patient, other or note', { rank: 5 }),
  column('code', 'the code of CODEBOOK', { rank: 3 }),
  {
    ...column('start', "0-based offset into the turn's text in Unicode code points"),
    type: 'count',
    unit: 'code points',
  },
  {
    ...column('end', 'the offset after the last, so that text[start:end] == quote'),
    type: 'count',
    unit: 'code points',
  },
  column('quote', 'the words that earn the code', { rank: 4, quotes: true }),
  column('rule', 'the rule that found them: code/name', { rank: 8 }),
  column('place', 'line, row or cue of the input that the moment begins in', { rank: 9 }),
  {
    ...column('time_s', 'start of that cue or interval; empty without times'),
    type: 'seconds',
    unit: 'seconds',
    short: 'seconds',
  },
  column('lexicon', 'hash over the compiled rules, words, scoring and speakers'),
  column('version', 'version of bedside'),
];

/** The row of a moment, by column name. */
export function momentRow(visit: Visit, moment: Moment, lexicon: string): Score {
  const turn = visit.turns[moment.position];
  return {
    visit_id: visit.id,
    kind: visit.kind,
    turn: turn.id,
    speaker: turn.speaker,
    role: turn.role,
    code: moment.code,
    start: moment.start,
    end: moment.end,
    quote: moment.quote,
    rule: moment.rule,
    ...placeOf(turn, moment.offset),
    lexicon,
    version,
  };
}

/** Where a moment begins in the input, and when. */
export function placeOf(turn: Turn, offset: number): { place: string | null; time_s: number | null } {
  const after = firstWhere(turn.parts.length, (k) => turn.parts[k].at > offset);
  const part: Part | undefined = turn.parts[Math.max(0, after - 1)];
  return { place: part?.place ?? null, time_s: part?.start === undefined ? null : rounded(part.start, 'seconds') };
}

function column(name: string, formula: string, rest: Partial<Column> = {}): Column {
  return { name, type: 'text', unit: 'text', denominator: '', formula, source: 'bedside tag', ...rest };
}
