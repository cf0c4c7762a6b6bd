import type { Problem } from '../problem.ts';
import type { Turn, Visit } from '../visit.ts';
import { areMany, findTurns, isDialogue, type Line, linesOf } from './dialogue.ts';
import { continuationOf, type Opening } from './openings.ts';
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
  sniff: (head, { isAlias }) => {
    const { lines, openings } = layoutOf(head, isAlias);
    return isDialogue(lines, openings, isAlias);
  },
  *read(source, { isAlias }): Generator<Visit | Problem> {
    // Nothing of the layout outlives this call: of a day's recording it is as much again as its turns.
    yield visitOf(source, isAlias);
  },
};

function visitOf(source: Source, isAlias: ReadOptions['isAlias']): Visit | Problem {
  const { lines, openings } = layoutOf(source.text, isAlias);
  last = undefined;
  if (isDialogue(lines, openings, isAlias) || areMany(openings, 0.5))
    return { id: source.id, source: source.name, kind: 'transcript', turns: turnsOf(lines, openings) };
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
  readonly openings: readonly (Opening | undefined)[];
}

/** What was laid out last: a file's format is told by the text that is read next. */
let last: { readonly text: string; readonly isAlias: ReadOptions['isAlias']; readonly layout: Layout } | undefined;

function layoutOf(text: string, isAlias: ReadOptions['isAlias']): Layout {
  if (last?.text === text && last.isAlias === isAlias) return last.layout;
  const lines = linesOf(text);
  const layout = { lines, openings: findTurns(lines, isAlias) };
  last = { text, isAlias, layout };
  return layout;
}

/** The line that Otter adds to its exports. */
const CREDIT = /^Transcribed by https?:\/\/otter\.ai\/?$/i;

/** In seconds. */
type Times = { readonly start?: number; readonly end?: number };
const NO_TIMES: Times = {};

/** Lines above the first label are front matter (title, date, keywords) and no turn. */
function turnsOf(lines: readonly Line[], openings: readonly (Opening | undefined)[]): Turn[] {
  const turns: Turn[] = [];
  let label: string | undefined;
  let pieces: Piece[] = [];
  let times: Times = NO_TIMES;
  const close = () => {
    if (label !== undefined) turns.push(makeTurn(String(turns.length + 1), label, pieces));
  };
  // A time on the line above a label, as Google Meet and video editors write it.
  let above: Times = NO_TIMES;
  lines.forEach((line, i) => {
    const opening = openings[i];
    const place = `line ${line.number}`;
    if (opening) {
      close();
      times = opening.start === undefined ? above : opening;
      above = NO_TIMES;
      label = opening.label;
      pieces = [{ place, text: opening.text, start: times.start, end: times.end }];
      return;
    }
    if (CREDIT.test(line.text)) return;
    const rest = continuationOf(line.text);
    if (rest.start !== undefined) above = { start: rest.start, end: rest.end };
    if (rest.text === '') return;
    if (rest.start !== undefined) times = above;
    above = NO_TIMES;
    pieces.push({ place, text: rest.text, start: times.start, end: times.end });
  });
  close();
  return turns;
}
