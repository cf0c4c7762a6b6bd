import type { Lexicon } from '../../lexicon/types.ts';
import type { FrameworkView } from '../../score/frameworks/view.ts';
import { answersToCues } from '../../score/responses.ts';
import type { Score } from '../../score/score.ts';
import type { Segmented } from '../../segment/types.ts';
import type { Kind, Moment, Visit } from '../../visit.ts';
import { clean, widthOf } from '../display.ts';
import { counted } from './counted.ts';
import { FAMILIES, familyOf, OTHERS } from './families.ts';
import { figureLines } from './figures.ts';
import { frameworkLines } from './framework.ts';
import { ALERT, DIM, type Run, STRONG, wrapRuns } from './runs.ts';
import { meaningOf, stripLines } from './strip.ts';
import { turnLines } from './turns.ts';

/** Between the legend's entries. */
const GAP = '   ';

/** A visit and what was found in it; the pipeline's `Walked` is one. */
export interface Reviewed {
  readonly visit: Visit;
  readonly segmented: readonly Segmented[];
  readonly moments: readonly Moment[];
  readonly score: Score;
}

export interface ReviewOptions {
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether families are told by colour; else codes stand in brackets. */
  readonly colour: boolean;
  /** Which moments are marked. */
  readonly wanted: (code: string) => boolean;
  /** Turns without a marked moment are left out, but for so many around those that have one. */
  readonly around?: number;
  /** Makes of a turn's text what is shown; it keeps every offset. */
  readonly show: (text: string) => string;
  readonly framework?: FrameworkView;
}

/** A visit for reading in a terminal, as lines: its course, its turns with the moments marked, its scores. */
export function* reviewLines(reviewed: Reviewed, lexicon: Lexicon, options: ReviewOptions): Generator<Run[]> {
  const { visit, segmented, score } = reviewed;
  const { width, colour, wanted, framework, show } = options;
  const answers = answersToCues(visit, reviewed.moments, lexicon, segmented);
  const shown = reviewed.moments.filter(({ code }) => wanted(code));
  const told = answers.filter(({ cue }) => wanted(cue.code));
  yield* headLines(visit, score, width);
  yield [];
  const strip = stripLines(visit, shown, told, segmented, width);
  yield* strip;
  if (strip.length > 0) yield [];
  yield* legendLines(shown, visit.kind, colour, width);
  yield [];
  yield* turnLines(visit, shown, told, options);
  yield [];
  yield* figureLines(score, reviewed.moments, answers, lexicon.scoring, width);
  if (!framework) return;
  const texts = new Map<number, string>();
  const quoteOf = ({ position, offset, quote }: Moment): string => {
    const text = texts.get(position) ?? show(visit.turns[position].text);
    texts.set(position, text);
    return text.slice(offset, offset + quote.length);
  };
  yield [];
  yield* frameworkLines(framework, quoteOf, width);
}

function* headLines(visit: Visit, score: Score, width: number): Generator<Run[]> {
  const facts = [
    visit.kind,
    visit.source,
    counted(visit.turns.length, visit.kind === 'note' ? 'line' : 'turn'),
    counted(Number(score.words ?? 0), 'word'),
    ...(typeof score.duration_s === 'number' ? [clock(score.duration_s)] : []),
    ...(visit.kind === 'transcript' ? [`roles ${visit.roles ?? 'unknown'}`] : []),
  ];
  yield* wrapRuns(
    [
      { text: clean(visit.id), look: STRONG },
      { text: `  ${clean(facts.join(' · '))}`, look: DIM },
    ],
    width,
  );
  if (String(score.flags ?? '').includes('roles-swapped?')) {
    const warning =
      'The labels contradict what is said, clinician and patient may be swapped: check, or give --clinician LABEL.';
    yield* wrapRuns([{ text: warning, look: ALERT }], width);
  }
}

/** Which colour is which family, or how brackets are read; and what the marks of the course mean. */
function* legendLines(shown: readonly Moment[], kind: Kind, colour: boolean, width: number): Generator<Run[]> {
  if (shown.length === 0) {
    yield [{ text: 'No moment to mark.', look: DIM }];
    return;
  }
  const families = [...FAMILIES, OTHERS].filter(({ id }) => shown.some(({ code }) => familyOf(code).id === id));
  const entries = families.map(({ id, name }): Run[] => [
    { text: name, look: { kind: 'label', family: id } },
    { text: meaningOf(id, kind) && ` ${meaningOf(id, kind)}`, look: DIM },
  ]);
  const how = colour ? '‹code› stands behind the words' : '[code: words] are a moment’s code and words';
  yield* flow([...entries, [{ text: how, look: DIM }]], width);
}

/** Entries beside each other, as many as a line takes; none is broken that fits into one. */
function* flow(entries: readonly Run[][], width: number): Generator<Run[]> {
  let line: Run[] = [];
  let used = 0;
  for (const entry of entries) {
    const size = entry.reduce((n, { text }) => n + widthOf(text), 0);
    if (used > 0 && used + GAP.length + size > width) {
      yield line;
      line = [];
      used = 0;
    }
    if (used > 0) line.push({ text: GAP, look: DIM });
    line.push(...entry);
    used += size + (used > 0 ? GAP.length : 0);
  }
  yield* wrapRuns(line, width);
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')} min`;
}
