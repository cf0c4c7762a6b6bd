import { grown } from '../lexicon/grown.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { vocabularyOf } from '../lexicon/vocabulary.ts';
import { stemOf } from '../segment/stems.ts';
import type { Segmented } from '../segment/types.ts';

/** What has been said in a visit so far: kept as the walk goes, so that a condition asks in constant time. Stems are numbers. */
export interface Memory {
  /** Content stems of a stretch of a turn's terms, each once. */
  readonly stemsIn: (text: Segmented, from: number, to: number) => readonly number[];
  /** Whether the stem is said in one of the turns. Turns that are asked about again and again are to be the same list. */
  readonly isSaidIn: (positions: readonly number[], stem: number) => boolean;
  /** Whether a patient has used the stem before the turn at `position`. */
  readonly heard: (stem: number, position: number) => boolean;
  /** The turns of the other side just before: back from `position` over its own side's, until the floor changes. */
  readonly floorBefore: (position: number) => readonly number[];
  /** Codes of the moments of a turn, one of the last `KEPT`. */
  readonly codesOf: (position: number) => ReadonlySet<string>;
  readonly note: (position: number, codes: ReadonlySet<string>) => void;
  /** By turn, bits of how it is said, for whoever looks back over many turns; 0 where nobody has looked yet. */
  readonly manners: Uint8Array;
}

const NONE: ReadonlySet<string> = new Set();
/** A floor is looked back for over so many turns at most. */
const FARTHEST = 12;
/** Codes are kept of so many turns, further back than any condition looks. */
const KEPT = 128;

/** The memory of one visit. */
export function memoryOf(turns: readonly Segmented[], lexicon: Lexicon): Memory {
  const vocabulary = vocabularyOf(lexicon);
  const common = lexicon.lists.Function === undefined ? undefined : vocabulary.set(lexicon.lists.Function).has;
  /** Each turn's in its place of a ring, and whose they are. */
  const codes: ReadonlySet<string>[] = [];
  const codedAt: number[] = [];
  let heardTo = 0;
  let floorOf = -1;
  let floor: readonly number[] = [];
  /** The content stem of a term; 0 where it has none. */
  const stemAt = ({ terms }: Segmented, k: number): number =>
    common && common[terms.ids[k]] === 1 ? 0 : stemOf(terms.words, terms.forms[k]);
  const take = (): void => {
    if (stems.owner === memory) return;
    stems.owner = memory;
    stems.marked = undefined;
    stems.visit += 1;
    heardTo = 0;
  };
  const hear = (position: number): void => {
    const text = turns[position];
    for (let k = text.from; k < text.to; k += 1) {
      const stem = stemAt(text, k);
      if (stem === 0) continue;
      if (stem >= stems.heardIn.length) widen(stem);
      if (stems.heardIn[stem] === stems.visit) continue;
      stems.heardIn[stem] = stems.visit;
      stems.heardAt[stem] = position;
    }
  };
  const mark = (positions: readonly number[]): void => {
    stems.marked = positions;
    stems.mark += 1;
    for (const position of positions) {
      const text = turns[position];
      for (let k = text.from; k < text.to; k += 1) {
        const stem = stemAt(text, k);
        if (stem >= stems.heardIn.length) widen(stem);
        stems.markedIn[stem] = stems.mark;
      }
    }
  };
  const memory: Memory = {
    stemsIn(text, from, to) {
      const out: number[] = [];
      for (let k = from; k < to; k += 1) {
        const stem = stemAt(text, k);
        if (stem > 0 && !out.includes(stem)) out.push(stem);
      }
      return out;
    },
    isSaidIn(positions, stem) {
      take();
      if (stems.marked !== positions) mark(positions);
      return stem < stems.heardIn.length && stems.markedIn[stem] === stems.mark;
    },
    heard(stem, position) {
      take();
      for (; heardTo < position; heardTo += 1) if (turns[heardTo].turn.role === 'patient') hear(heardTo);
      return stem < stems.heardIn.length && stems.heardIn[stem] === stems.visit && stems.heardAt[stem] < position;
    },
    floorBefore(position) {
      if (position === floorOf) return floor;
      const own = turns[position].turn.role;
      const found: number[] = [];
      let back = position - 1;
      while (back >= 0 && position - back <= FARTHEST && turns[back].turn.role === own) back -= 1;
      while (back >= 0 && position - back <= FARTHEST && turns[back].turn.role !== own) {
        found.push(back);
        back -= 1;
      }
      floorOf = position;
      floor = found;
      return found;
    },
    codesOf: (position) => (codedAt[position % KEPT] === position ? codes[position % KEPT] : NONE),
    note(position, found) {
      codes[position % KEPT] = found;
      codedAt[position % KEPT] = position;
    },
    manners: new Uint8Array(turns.length),
  };
  return memory;
}

/**
 * Where stems were said, by their number: one visit's memory owns it at a time, and another that takes it begins anew. What
 * bears an older visit's number, or an older mark, is as good as empty.
 */
const stems = {
  owner: undefined as Memory | undefined,
  visit: 0,
  heardIn: new Int32Array(4096),
  heardAt: new Int32Array(4096),
  marked: undefined as readonly number[] | undefined,
  mark: 0,
  markedIn: new Int32Array(4096),
};

function widen(stem: number): void {
  for (const key of ['heardIn', 'heardAt', 'markedIn'] as const) stems[key] = grown(stems[key], stem * 2);
}
