import { isKnown, isNameLike, labelKey } from './labels.ts';
import { continuationOf, type Form, type Opening, openingOf } from './openings.ts';

export interface Line {
  /** 1-based, blank lines counted. */
  readonly number: number;
  /** Trimmed, not empty. */
  readonly text: string;
  /** Whether a blank line, or nothing, stands above. */
  readonly first: boolean;
}

/** The lines with something on them. Any line ending. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let first = true;
  let number = 0;
  for (const raw of text.split(/\r\n|\r|\n/)) {
    number++;
    const own = raw.trim();
    if (own !== '') lines.push({ number, text: own, first });
    first = own === '';
  }
  return lines;
}

/** What each line opens, by its index; undefined where it goes on. A file keeps to one form of label. */
export function findTurns(lines: readonly Line[], isAlias: (label: string) => boolean, forms: readonly Form[] = FORMS): (Opening | undefined)[] {
  const openings = lines.map((line) => openingOf(line.text));
  const census = takeCensus(openings, isAlias);
  let best: (Opening | undefined)[] = [];
  let most = 0;
  for (const form of forms) {
    const found = lines.map((line, i) => {
      const opening = openings[i];
      if (opening?.form !== form) return undefined;
      const below = { line: lines[i + 1], opens: openings[i + 1]?.form === form };
      return isLabel(opening, line, below, census) ? opening : undefined;
    });
    const count = found.filter((opening) => opening !== undefined).length;
    if (count > most) {
      best = found;
      most = count;
    }
  }
  return best;
}

/** Whether turns are taken here: what tells a conversation from a note with `PLAN:` and `Patient: Jane Doe` in it. */
export function isDialogue(lines: readonly Line[], turns: readonly (Opening | undefined)[], isAlias: (label: string) => boolean): boolean {
  const found = turns.filter((opening) => opening !== undefined);
  if (found.length === 0) return false;
  const known = found.filter((opening) => isKnown(opening.label, isAlias));
  const { form } = found[0];
  const size = lines.filter((line) => continuationOf(line.text).text !== '').length;
  // Two lines a turn are enough where each label stands above its text.
  const isAbove = known.every((opening) => opening.text === '');
  if (known.length * 2 > size || (isAbove && known.length > 0 && known.length * 2 === size)) return true;
  const lead = turns.findIndex((opening) => opening !== undefined);
  const isLate = lead > Math.max(FRONT_MATTER, size / 4);
  if (form === 'stamped') return found.length > 1 && !isLate;
  if (found.length < 3) return false;
  if (known.length > speakersOf(known)) return found.length >= size / 12 && !isLate;
  const speakers = speakersOf(found);
  if (lead > size / 8 || found.length < Math.max(4, 2 * speakers)) return false;
  // A few who speak often may speak long; wrapped lines then outnumber labels.
  return paragraphShare(lines, turns) >= (speakers <= 4 && found.length >= 4 * speakers ? 0.08 : 0.3);
}

function speakersOf(openings: readonly Opening[]): number {
  return new Set(openings.map((opening) => labelKey(opening.label))).size;
}

/** Whether labels stand at enough lines to be speakers', where nothing better is known. */
export function areMany(turns: readonly (Opening | undefined)[], share: number): boolean {
  const found = turns.filter((opening) => opening !== undefined).length;
  return found > 0 && found >= turns.length * share;
}

/** The order settles a draw. */
const FORMS: readonly Form[] = ['stamped', 'colon', 'bracket', 'bare'];

/** Title, date, keywords, speakers: what exports put above the first turn. */
const FRONT_MATTER = 12;

interface Census {
  /** How often a label stands in a form. */
  readonly count: ReadonlyMap<string, number>;
  /** The share of lines that have a form. */
  readonly share: Readonly<Record<Form, number>>;
  readonly isAlias: (label: string) => boolean;
  /** Every line has a label, and some recur: then one that does not is a label too, but where we know those of two speakers. */
  readonly complete: boolean;
}

function takeCensus(openings: readonly (Opening | undefined)[], isAlias: (label: string) => boolean): Census {
  const count = new Map<string, number>();
  const lines: Record<Form, number> = { stamped: 0, colon: 0, bracket: 0, bare: 0 };
  const known = new Set<string>();
  for (const opening of openings) {
    if (!opening) continue;
    lines[opening.form]++;
    const key = keyOf(opening);
    count.set(key, (count.get(key) ?? 0) + 1);
    if (opening.form !== 'bare' && isKnown(opening.label, isAlias)) known.add(labelKey(opening.label));
  }
  const share = { ...lines };
  for (const form of FORMS) share[form] = lines[form] / Math.max(1, openings.length);
  const recurs = [...count.values()].some((times) => times > 1);
  return { count, share, isAlias, complete: share.colon === 1 && recurs && known.size < 2 };
}

function isLabel(opening: Opening, line: Line, below: { line?: Line; opens: boolean }, census: Census): boolean {
  const { form, label, text } = opening;
  const recurs = (census.count.get(keyOf(opening)) ?? 0) > 1;
  if (isKnown(label, census.isAlias)) return form !== 'bare' || below.line !== undefined;
  if (!isNameLike(label)) return false;
  switch (form) {
    case 'stamped':
      return text === '' ? below.line !== undefined && !below.opens : recurs;
    case 'colon':
      return recurs || census.complete;
    case 'bracket':
      return recurs && census.share.bracket >= 0.8;
    case 'bare':
      return recurs && line.first && below.line?.first === false;
  }
}

/** The share of paragraphs (lines, where no blank line parts any) that open a turn. */
function paragraphShare(lines: readonly Line[], turns: readonly (Opening | undefined)[]): number {
  const heads = lines.flatMap((line, i) => (line.first ? [i] : []));
  const judged = heads.length > 2 ? heads : lines.map((_, i) => i);
  return judged.filter((i) => turns[i] !== undefined).length / judged.length;
}

function keyOf(opening: Opening): string {
  return `${opening.form} ${labelKey(opening.label)}`;
}
