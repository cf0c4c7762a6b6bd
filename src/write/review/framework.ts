import type { FigureView, FrameworkView, ItemView } from '../../score/frameworks/view.ts';
import type { Moment } from '../../visit.ts';
import { clean } from '../display.ts';
import { DIM, type Look, PLAIN, type Run, STRONG, wrapRuns } from './runs.ts';

/** Quotes of an item that are shown; the rest are counted. */
const QUOTES = 5;

/** An instrument's items with their evidence, as lines below the scores. `quoteOf` gives the words of a moment that are shown. */
export function* frameworkLines(
  { title, source, note, wording, items }: FrameworkView,
  quoteOf: (moment: Moment) => string,
  width: number,
): Generator<Run[]> {
  yield [{ text: title, look: STRONG }];
  yield* wrapRuns([{ text: `${note.trim()} Items: ${wording.trim()}. Source: ${source.trim()}.`, look: DIM }], width);
  const numbers = Math.min(14, Math.max(...items.map(({ number }) => number.length)));
  let section = '';
  for (const item of items) {
    if (item.section !== section) {
      section = item.section;
      yield [];
      yield [{ text: section, look: STRONG }];
    }
    yield* itemLines(item, numbers, quoteOf, width);
  }
}

function* itemLines(
  item: ItemView,
  numbers: number,
  quoteOf: (moment: Moment) => string,
  width: number,
): Generator<Run[]> {
  const indent = numbers + 2;
  const room = Math.max(20, width - indent);
  const { number, label, status, moments, sees, figure } = item;
  const faint: Look = status === 'not seen by this tool' ? DIM : PLAIN;
  const result = figure ? tellFigure(figure, status) : status === 'seen' ? `${moments.length}` : status;
  const head: Run[] = [
    { text: `${label}: `, look: faint },
    { text: clean(result), look: status === 'seen' ? STRONG : faint },
    {
      text: status === 'seen' || figure ? '' : ` (${status === 'none found' ? 'looked for: ' : ''}${sees.trim()})`,
      look: DIM,
    },
  ];
  for (const [k, line] of wrapRuns(head, room).entries())
    yield [{ text: `${(k === 0 ? number : '').padStart(numbers)}  `, look: DIM }, ...line];
  for (const moment of moments.slice(0, QUOTES)) {
    const quote: Run[] = [
      { text: `turn ${clean(moment.turn)} `, look: DIM },
      { text: `“${clean(quoteOf(moment))}”`, look: PLAIN },
    ];
    for (const line of wrapRuns(quote, room)) yield [{ text: ' '.repeat(indent), look: PLAIN }, ...line];
  }
  if (moments.length > QUOTES) yield [{ text: `${' '.repeat(indent)}and ${moments.length - QUOTES} more`, look: DIM }];
}

/** A figure with what it is counted over, and where it stands to the bounds that were asked for. */
function tellFigure({ value, as, of, per, basic, proficient }: FigureView, status: string): string {
  if (value === null) return status;
  const unit = as === 'percent' ? ' %' : '';
  const figure = `${value.toFixed(as === 'percent' ? 0 : 2)}${unit} (${of} / ${per})`;
  if (basic === null || proficient === null) return figure;
  return `${figure}; bounds: basic competence ${basic}${unit}, proficiency ${proficient}${unit}`;
}
