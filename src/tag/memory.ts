import type { Lexicon } from '../lexicon/types.ts';
import { vocabularyOf } from '../lexicon/vocabulary.ts';
import { stemOf } from '../segment/stems.ts';
import type { Segmented } from '../segment/types.ts';

/** What has been said in a visit so far: sets kept as the walk goes, so that a condition asks in constant time. Stems are numbers. */
export interface Memory {
  /** Content stems of a turn, one of the last. */
  readonly stemsOf: (position: number) => ReadonlySet<number>;
  /** Content stems of a stretch of a turn's terms, each once. */
  readonly stemsIn: (text: Segmented, from: number, to: number) => readonly number[];
  /** Whether a patient has used the stem before the turn at `position`. */
  readonly heard: (stem: number, position: number) => boolean;
  /** The turns of the other side just before: back from `position` over its own side's, until the floor changes. */
  readonly floorBefore: (position: number) => readonly number[];
  /** Codes of the moments of a turn among the last `KEPT` that were noted. */
  readonly codesOf: (position: number) => ReadonlySet<string>;
  readonly note: (position: number, codes: ReadonlySet<string>) => void;
  /** By turn, bits of how it is said, for whoever looks back over many turns; 0 where nobody has looked yet. */
  readonly manners: Uint8Array;
}

const NONE: ReadonlySet<string> = new Set();
/** A floor is looked back for over so many turns at most. */
const FARTHEST = 12;
/** What was said is kept of so many turns, each in its place of a ring: no condition looks back so far. */
const KEPT = 128;

/** The memory of one visit. */
export function memoryOf(turns: readonly Segmented[], lexicon: Lexicon): Memory {
  const vocabulary = vocabularyOf(lexicon);
  const common = lexicon.lists.Function === undefined ? undefined : vocabulary.set(lexicon.lists.Function).has;
  const stems = lastOf<ReadonlySet<number>>();
  const firstHeard = new Map<number, number>();
  let heardTo = 0;
  const codes = lastOf<ReadonlySet<string>>();
  let floorOf = -1;
  let floor: readonly number[] = [];
  const stemsIn = ({ terms }: Segmented, from: number, to: number): number[] => {
    const out: number[] = [];
    for (let k = from; k < to; k += 1) {
      if (common && common[terms.ids[k]] === 1) continue;
      const stem = stemOf(terms.words, terms.forms[k]);
      if (stem > 0 && !out.includes(stem)) out.push(stem);
    }
    return out;
  };
  const stemsOf = (position: number): ReadonlySet<number> => {
    let found = stems.get(position);
    if (!found) {
      const text = turns[position];
      found = new Set(stemsIn(text, text.from, text.to));
      stems.set(position, found);
    }
    return found;
  };
  return {
    stemsOf,
    stemsIn,
    heard(stem, position) {
      for (; heardTo < position; heardTo += 1) {
        if (turns[heardTo].turn.role !== 'patient') continue;
        for (const s of stemsOf(heardTo)) if (!firstHeard.has(s)) firstHeard.set(s, heardTo);
      }
      const at = firstHeard.get(stem);
      return at !== undefined && at < position;
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
    codesOf: (position) => codes.get(position) ?? NONE,
    note: (position, found) => codes.set(position, found),
    manners: new Uint8Array(turns.length),
  };
}

/** What is known of the last turns, by position. */
interface Last<T> {
  readonly get: (position: number) => T | undefined;
  readonly set: (position: number, known: T) => void;
}

function lastOf<T>(): Last<T> {
  const known: (T | undefined)[] = [];
  const positions: number[] = [];
  return {
    get: (position) => (positions[position % KEPT] === position ? known[position % KEPT] : undefined),
    set(position, value) {
      known[position % KEPT] = value;
      positions[position % KEPT] = position;
    },
  };
}
