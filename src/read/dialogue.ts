import { judgeOf } from './labels.ts';
import { continuationOf, type Form, type Opening, openingOf } from './openings.ts';
import type { Source } from './reader.ts';

export interface Line {
  /** 1-based, blank lines counted. */
  readonly number: number;
  /** Trimmed, not empty. */
  readonly text: string;
  /** Whether a blank line, or nothing, stands above. */
  readonly first: boolean;
}

/** What each line of a text opens, by its index; undefined where it goes on with what is above. */
export type Openings = readonly (Opening | undefined)[];

type IsAlias = (label: string) => boolean;

/** The lines with something on them. Any line ending. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let first = true;
  let number = 0;
  for (const raw of text.includes('\r') ? text.split(/\r\n|\r|\n/) : text.split('\n')) {
    number++;
    const own = raw.trim();
    if (own !== '') lines.push({ number, text: own, first });
    first = own === '';
  }
  return lines;
}

/** Where a line stands in its file. */
export function placeOf({ number }: Line, { place }: Pick<Source, 'place'>): string {
  return place ? place(`line ${number}`) : `line ${number}`;
}

/** The order settles a draw. */
const FORMS: readonly Form[] = ['stamped', 'colon', 'bracket', 'bare'];

/** Finds the lines that open turns. A file keeps to one form of label: the one of most lines. */
export function findTurns(lines: readonly Line[], isAlias: IsAlias, forms: readonly Form[] = FORMS): Openings {
  const judge = judgeOf(isAlias);
  const openings = lines.map((line) => openingOf(line.text, judge));
  const census = takeCensus(openings);
  let best: Openings = [];
  let most = 0;
  for (const form of forms) {
    if (census.lines[form] <= most) continue;
    const found: (Opening | undefined)[] = [];
    let count = 0;
    for (let i = 0; i < openings.length; i += 1) {
      const opening = openings[i];
      const isFound = opening?.form === form && isLabel(opening, lines, i, openings, census);
      found.push(isFound ? opening : undefined);
      if (isFound) count += 1;
    }
    if (count <= most) continue;
    best = found;
    most = count;
  }
  return best;
}

/** Whether turns are taken here: what tells a conversation from a note with `PLAN:` and `Patient: Jane Doe` in it. */
export function isDialogue(lines: readonly Line[], turns: Openings): boolean {
  const found = turns.filter((opening) => opening !== undefined);
  const known = found.filter((opening) => opening.label.known);
  if (found.length === 0) return false;
  // Where labels are as many, it does not matter that some lines are but times.
  if (known.length * 2 > lines.length) return true;
  const size = lines.filter((line) => continuationOf(line.text).text !== '').length;
  // Two lines a turn are enough where each label stands above its text.
  const isAbove = known.length > 0 && known.every((opening) => opening.text === '');
  if (known.length * 2 > size || (isAbove && known.length * 2 === size)) return true;
  const heads = lines.flatMap((line, i) => (line.first ? [turns[i]] : []));
  if (heads.length > 1 && heads.every((opening) => opening?.label.known)) return true;
  const lead = turns.findIndex((opening) => opening !== undefined);
  const isLate = lead > Math.max(FRONT_MATTER, size / 4);
  if (found[0].form === 'stamped') return found.length > 1 && !isLate;
  if (found.length < 3) return false;
  const speakers = (openings: readonly Opening[]) => new Set(openings.map(({ label }) => label.key)).size;
  if (known.length > speakers(known)) return found.length >= size / 12 && !isLate;
  const count = speakers(found);
  if (lead > size / 8 || found.length < Math.max(4, 2 * count)) return false;
  // A few who speak often may speak long; wrapped lines then outnumber labels.
  return paragraphShare(lines, turns) >= (count <= 4 && found.length >= 4 * count ? 0.08 : 0.3);
}

/** Title, date, keywords, speakers: what exports put above the first turn. */
const FRONT_MATTER = 12;

/** Whether labels stand at enough lines to be speakers', where nothing better is known. */
export function areMany(turns: Openings, share: number): boolean {
  const found = turns.filter((opening) => opening !== undefined).length;
  return found > 0 && found >= turns.length * share;
}

interface Census {
  readonly lines: Readonly<Record<Form, number>>;
  readonly total: number;
  /** How often a label stands in its form. */
  readonly times: (opening: Opening) => number;
  /** Every line has a label, and some recur: no line is wrapped here, so that a name which comes once is a speaker's too. */
  readonly isComplete: () => boolean;
}

function takeCensus(openings: Openings): Census {
  const lines: Record<Form, number> = { stamped: 0, colon: 0, bracket: 0, bare: 0 };
  for (const opening of openings) if (opening) lines[opening.form] += 1;
  // Only labels that are not known are counted one by one.
  let counts: ReturnType<typeof countLabels> | undefined;
  return {
    lines,
    total: openings.length,
    times({ form, label }) {
      counts ??= countLabels(openings);
      return counts[form].get(label.key) ?? 0;
    },
    isComplete() {
      if (lines.colon < openings.length) return false;
      counts ??= countLabels(openings);
      return Object.values(counts).some((own) => [...own.values()].some((times) => times > 1));
    },
  };
}

function countLabels(openings: Openings): Readonly<Record<Form, ReadonlyMap<string, number>>> {
  const counts: Record<Form, Map<string, number>> = {
    stamped: new Map(),
    colon: new Map(),
    bracket: new Map(),
    bare: new Map(),
  };
  for (const opening of openings) {
    if (!opening) continue;
    const own = counts[opening.form];
    own.set(opening.label.key, (own.get(opening.label.key) ?? 0) + 1);
  }
  return counts;
}

/** Whether what would open line `i` does: its label is known, or is used as labels are. */
function isLabel(opening: Opening, lines: readonly Line[], i: number, openings: Openings, census: Census): boolean {
  const { form, text, label } = opening;
  const hasLineBelow = i + 1 < lines.length;
  if (label.known) return form !== 'bare' || hasLineBelow;
  if (!label.nameLike) return false;
  const recurs = census.times(opening) > 1;
  switch (form) {
    case 'stamped':
      return text === '' ? hasLineBelow && openings[i + 1]?.form !== form : recurs;
    case 'colon':
      return recurs || census.isComplete();
    case 'bracket':
      return recurs && census.lines.bracket >= census.total * 0.8;
    case 'bare':
      return recurs && lines[i].first && hasLineBelow && !lines[i + 1].first;
  }
}

/** The share of paragraphs (lines, where no blank line parts any) that open a turn. */
function paragraphShare(lines: readonly Line[], turns: Openings): number {
  const heads = lines.flatMap((line, i) => (line.first ? [i] : []));
  const judged = heads.length > 2 ? heads : lines.map((_, i) => i);
  return judged.filter((i) => turns[i] !== undefined).length / judged.length;
}
