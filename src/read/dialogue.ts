import { type Judgement, judgeOf } from './labels.ts';
import { continuationOf, type Form, type Opening, openingOf } from './openings.ts';

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

/** The order settles a draw. */
const FORMS: readonly Form[] = ['stamped', 'colon', 'bracket', 'bare'];

/** Finds the lines that open turns. A file keeps to one form of label: the one of most lines. */
export function findTurns(lines: readonly Line[], isAlias: IsAlias, forms: readonly Form[] = FORMS): Openings {
  const openings = lines.map((line) => openingOf(line.text));
  const census = takeCensus(openings, isAlias);
  let best: Openings = [];
  let most = 0;
  for (const form of forms) {
    if (census.lines[form] <= most) continue;
    const found = openings.map((opening, i) => {
      if (opening?.form !== form) return undefined;
      const below = { line: lines[i + 1], opens: openings[i + 1]?.form === form };
      return isLabel(opening, lines[i], below, census) ? opening : undefined;
    });
    const count = found.filter((opening) => opening !== undefined).length;
    if (count <= most) continue;
    best = found;
    most = count;
  }
  return best;
}

/** Whether turns are taken here: what tells a conversation from a note with `PLAN:` and `Patient: Jane Doe` in it. */
export function isDialogue(lines: readonly Line[], turns: Openings, isAlias: IsAlias): boolean {
  const judge = judgeOf(isAlias);
  const found = turns.filter((opening) => opening !== undefined);
  const known = found.filter((opening) => judge(opening.label).known);
  const speakers = (openings: readonly Opening[]) => new Set(openings.map((opening) => judge(opening.label).key)).size;
  if (found.length === 0) return false;
  const size = lines.filter((line) => continuationOf(line.text).text !== '').length;
  // Two lines a turn are enough where each label stands above its text.
  const isAbove = known.length > 0 && known.every((opening) => opening.text === '');
  if (known.length * 2 > size || (isAbove && known.length * 2 === size)) return true;
  const heads = lines.flatMap((line, i) => (line.first ? [turns[i]] : []));
  if (heads.length > 1 && heads.every((opening) => opening && judge(opening.label).known)) return true;
  const lead = turns.findIndex((opening) => opening !== undefined);
  const isLate = lead > Math.max(FRONT_MATTER, size / 4);
  if (found[0].form === 'stamped') return found.length > 1 && !isLate;
  if (found.length < 3) return false;
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
  readonly judge: (label: string) => Judgement;
  /** How often a label stands in a form. */
  readonly count: Readonly<Record<Form, ReadonlyMap<string, number>>>;
  readonly lines: Readonly<Record<Form, number>>;
  readonly total: number;
  /** Every line has a label, and some recur: no line is wrapped here, so that a name which comes once is a speaker's too. */
  readonly complete: boolean;
}

function takeCensus(openings: Openings, isAlias: IsAlias): Census {
  const judge = judgeOf(isAlias);
  const count: Record<Form, Map<string, number>> = {
    stamped: new Map(),
    colon: new Map(),
    bracket: new Map(),
    bare: new Map(),
  };
  const lines: Record<Form, number> = { stamped: 0, colon: 0, bracket: 0, bare: 0 };
  for (const opening of openings) {
    if (!opening) continue;
    const { key } = judge(opening.label);
    const own = count[opening.form];
    lines[opening.form]++;
    own.set(key, (own.get(key) ?? 0) + 1);
  }
  const recurs = Object.values(count).some((own) => [...own.values()].some((times) => times > 1));
  return {
    judge,
    count,
    lines,
    total: openings.length,
    complete: lines.colon === openings.length && recurs,
  };
}

function isLabel(opening: Opening, line: Line, below: { line?: Line; opens: boolean }, census: Census): boolean {
  const { form, text } = opening;
  const { known, nameLike, key } = census.judge(opening.label);
  if (known) return form !== 'bare' || below.line !== undefined;
  if (!nameLike) return false;
  const recurs = (census.count[form].get(key) ?? 0) > 1;
  switch (form) {
    case 'stamped':
      return text === '' ? below.line !== undefined && !below.opens : recurs;
    case 'colon':
      return recurs || census.complete;
    case 'bracket':
      return recurs && census.lines.bracket >= census.total * 0.8;
    case 'bare':
      return recurs && line.first && below.line?.first === false;
  }
}

/** The share of paragraphs (lines, where no blank line parts any) that open a turn. */
function paragraphShare(lines: readonly Line[], turns: Openings): number {
  const heads = lines.flatMap((line, i) => (line.first ? [i] : []));
  const judged = heads.length > 2 ? heads : lines.map((_, i) => i);
  return judged.filter((i) => turns[i] !== undefined).length / judged.length;
}
