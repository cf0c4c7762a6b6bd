import type { Problem } from '../problem.ts';
import type { Turn, Visit } from '../visit.ts';
import { areMany, findTurns, isDialogue, type Line, linesOf, type Openings, placeOf } from './dialogue.ts';
import { continuationOf } from './openings.ts';
import type { Reader, ReadOptions, Source } from './reader.ts';
import { makeTurn, type Piece } from './turn.ts';

/** Labelled text: a turn begins at a label, the lines below that have none belong to it. */
export const text: Reader = {
  id: 'text',
  name: 'labelled text',
  endings: ['txt', 'text'],
  onePerFile: true,
  about:
    'A label before each turn (Doctor: …, [doctor] …, DR SMITH:, Speaker 1  00:12, [00:01:10] Dr. Smith: …) or on its own line above it, as Otter and Rev export it; lines without a label belong to the turn above.',
  sniff: (head, { isAlias }) => layoutOf(head, isAlias).isDialogue,
  *read(source, { isAlias }): Generator<Visit | Problem> {
    // Nothing of the layout outlives this call: of a day's recording it is as much again as its turns.
    yield visitOf(source, isAlias);
  },
};

function visitOf(source: Source, isAlias: ReadOptions['isAlias']): Visit | Problem {
  const { lines, openings, isDialogue } = layoutOf(source.text, isAlias);
  last = undefined;
  if (isDialogue || areMany(openings, 0.5))
    return { id: source.id, source: source.name, kind: 'transcript', turns: turnsOf(lines, openings, source) };
  return {
    code: 'text.no-speakers',
    file: source.name,
    visit: source.id,
    what: 'no lines begin with the labels of speakers',
    fix: 'Write a label before each turn (Doctor: …, Patient: …), or read it as a note: --kind note',
  };
}

interface Layout {
  readonly lines: readonly Line[];
  readonly openings: Openings;
  readonly isDialogue: boolean;
}

/** What was laid out last: a file's format is told by the text that is read next. */
let last: { readonly text: string; readonly isAlias: ReadOptions['isAlias']; readonly layout: Layout } | undefined;

function layoutOf(text: string, isAlias: ReadOptions['isAlias']): Layout {
  if (last?.text === text && last.isAlias === isAlias) return last.layout;
  const lines = linesOf(text);
  const openings = findTurns(lines, isAlias);
  const layout = { lines, openings, isDialogue: isDialogue(lines, openings) };
  last = { text, isAlias, layout };
  return layout;
}

/** The line that Otter adds to its exports. */
const CREDIT = /^Transcribed by https?:\/\/otter\.ai\/?$/i;

/** In seconds. */
type Times = { readonly start?: number; readonly end?: number };
const NO_TIMES: Times = {};

/** Lines above the first label are front matter (title, date, keywords) and no turn. */
function turnsOf(lines: readonly Line[], openings: Openings, source: Source): Turn[] {
  const turns: Turn[] = [];
  let label: string | undefined;
  let pieces: Piece[] = [];
  let times: Times = NO_TIMES;
  // A time on the line above a label, as Google Meet and video editors write it.
  let above: Times = NO_TIMES;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    const opening = openings[i];
    const place = placeOf(line, source);
    if (opening) {
      if (label !== undefined) turns.push(makeTurn(String(turns.length + 1), label, pieces));
      times = opening.start === undefined ? above : opening;
      above = NO_TIMES;
      label = opening.label.label;
      pieces = [{ place, text: opening.text, start: times.start, end: times.end }];
      continue;
    }
    if (CREDIT.test(line.text)) continue;
    const rest = continuationOf(line.text);
    if (rest.start !== undefined) above = { start: rest.start, end: rest.end };
    if (rest.text === '') continue;
    if (rest.start !== undefined) times = above;
    above = NO_TIMES;
    pieces.push({ place, text: rest.text, start: times.start, end: times.end });
  }
  if (label !== undefined) turns.push(makeTurn(String(turns.length + 1), label, pieces));
  return turns;
}
