import type { Lexicon } from '../lexicon/types.ts';
import { vocabularyOf } from '../lexicon/vocabulary.ts';
import type { Segmented } from '../segment/types.ts';
import { stem } from './stem.ts';

/** What has been said in a visit so far: sets kept as the walk goes, so that a condition asks in constant time. */
export interface Memory {
  /** Content stems of a turn. */
  readonly stemsOf: (position: number) => ReadonlySet<string>;
  /** Content stems of a stretch of a turn's terms. */
  readonly stemsIn: (text: Segmented, from: number, to: number) => string[];
  /** Whether a patient has used the stem before the turn at `position`. */
  readonly heard: (stem: string, position: number) => boolean;
  /** The turns of the other side just before: back from `position` over its own side's, until the floor changes. */
  readonly floorBefore: (position: number) => readonly number[];
  /** Codes of the moments of an earlier turn. */
  readonly codesOf: (position: number) => ReadonlySet<string>;
  readonly note: (position: number, codes: ReadonlySet<string>) => void;
}

const NONE: ReadonlySet<string> = new Set();
/** A floor is looked back for over so many turns at most. */
const FARTHEST = 12;

/** The memory of one visit. */
export function memoryOf(turns: readonly Segmented[], lexicon: Lexicon): Memory {
  const vocabulary = vocabularyOf(lexicon);
  const common = lexicon.lists.Function === undefined ? undefined : vocabulary.set(lexicon.lists.Function).has;
  const stems = new Map<number, ReadonlySet<string>>();
  const firstHeard = new Map<string, number>();
  let heardTo = 0;
  const codes = new Map<number, ReadonlySet<string>>();
  const stemsIn = (text: Segmented, from: number, to: number): string[] => {
    const out: string[] = [];
    for (let k = from; k < to; k += 1) {
      if (common && common[text.ids[k]] === 1) continue;
      const word = text.turn.text.slice(text.starts[k], text.ends[k]).toLowerCase();
      if (word.length > 2 || /\d/.test(word)) out.push(stem(word));
    }
    return out;
  };
  const stemsOf = (position: number): ReadonlySet<string> => {
    let found = stems.get(position);
    if (!found) {
      const text = turns[position];
      found = new Set(stemsIn(text, 0, text.ids.length));
      stems.set(position, found);
    }
    return found;
  };
  return {
    stemsOf,
    stemsIn,
    heard(word, position) {
      for (; heardTo < position; heardTo += 1) {
        if (turns[heardTo].turn.role !== 'patient') continue;
        for (const s of stemsOf(heardTo)) if (!firstHeard.has(s)) firstHeard.set(s, heardTo);
      }
      const at = firstHeard.get(word);
      return at !== undefined && at < position;
    },
    floorBefore(position) {
      const own = turns[position].turn.role;
      const floor: number[] = [];
      let back = position - 1;
      while (back >= 0 && position - back <= FARTHEST && turns[back].turn.role === own) back -= 1;
      while (back >= 0 && position - back <= FARTHEST && turns[back].turn.role !== own) {
        floor.push(back);
        back -= 1;
      }
      return floor;
    },
    codesOf: (position) => codes.get(position) ?? NONE,
    note: (position, found) => void codes.set(position, found),
  };
}
