import type { Element, ElementKind, Pattern, Patterns, WordSet, WordSets } from './types.ts';

/** Numbers of a pattern's row before its elements: rule, flags, anchor, fewest and most before it, the capture's bounds. */
const FIXED = 7;
const HEAD = 1;
const TAIL = 2;
const EXCEPT = 4;
const KINDS: readonly ElementKind[] = ['set', 'any', 'not', 'tag'];
/** An element's kind as a number. */
export const KIND = { set: 0, any: 1, not: 2, tag: 3 } as const;
/** Numbers of an element: kind, set (or index of its tag), min, max. */
export const WIDE = 4;

/** Lists of numbers end to end, and where each begins. */
function joined(lists: readonly (readonly number[])[]): { all: Int32Array; at: Int32Array } {
  const at = [0];
  for (const list of lists) at.push(at[at.length - 1] + list.length);
  return { all: Int32Array.from(lists.flat()), at: Int32Array.from(at) };
}

/** Lays sets over `words` word ids out as flat lists of numbers; see `WordSets`. */
export function flattenSets(sets: readonly WordSet[], count: number): WordSets {
  const holders: number[][] = Array.from({ length: count + 1 }, () => []);
  const beginners: number[][] = Array.from({ length: count + 1 }, () => []);
  const groupsAt = [0];
  const firsts: number[] = [];
  const seconds: number[] = [];
  const restsAt = [0];
  const rests: number[] = [];
  for (const [index, set] of sets.entries()) {
    for (const id of set.words) holders[id].push(index);
    const sorted = [...set.entries].sort((x, y) => x[0] - y[0] || x[1] - y[1] || y.length - x.length);
    for (const [k, [first, second, ...rest]] of sorted.entries()) {
      const before = sorted[k - 1];
      if (before?.[0] !== first) beginners[first].push(index);
      if (before?.[0] !== first || before[1] !== second) {
        firsts.push(first);
        seconds.push(second);
        restsAt.push(rests.length);
      }
      rests.push(rest.length, ...rest);
      restsAt[restsAt.length - 1] = rests.length;
    }
    groupsAt.push(firsts.length);
  }
  const words = joined(sets.map((set) => set.words));
  const heldBy = joined(holders);
  const begins = joined(beginners);
  const [gAt, f, s, rAt, r] = [groupsAt, firsts, seconds, restsAt, rests].map((n) => Int32Array.from(n));
  return {
    words: words.all,
    wordsAt: words.at,
    groupsAt: gAt,
    firsts: f,
    seconds: s,
    restsAt: rAt,
    rests: r,
    heldBy: heldBy.all,
    heldByAt: heldBy.at,
    begins: begins.all,
    beginsAt: begins.at,
  };
}

/** How many sets there are. */
export function countSets(sets: WordSets): number {
  return sets.wordsAt.length - 1;
}

/** One set, read back. */
export function wordSetAt(sets: WordSets, index: number): WordSet {
  const entries: number[][] = [];
  for (let g = sets.groupsAt[index]; g < sets.groupsAt[index + 1]; g += 1) {
    for (let at = sets.restsAt[g]; at < sets.restsAt[g + 1]; at += 1 + sets.rests[at])
      entries.push([sets.firsts[g], sets.seconds[g], ...sets.rests.slice(at + 1, at + 1 + sets.rests[at])]);
  }
  return { words: [...sets.words.slice(sets.wordsAt[index], sets.wordsAt[index + 1])], entries };
}

/** Lays patterns over sets out as flat lists of numbers, equal elements once; see `patternAt`. */
export function flattenPatterns(patterns: readonly Pattern[], sets: WordSets): Patterns {
  const elements: number[] = [];
  const tags: string[] = [];
  const known = new Map<string, number>();
  const indexOf = ({ kind, set, tag, min, max }: Element): number => {
    const key = [kind, set, tag, min, max].join(' ');
    let index = known.get(key);
    if (index === undefined) {
      index = known.size;
      known.set(key, index);
      if (tag !== undefined) tags.push(tag);
      elements.push(KINDS.indexOf(kind), tag === undefined ? set : tags.length - 1, min, max);
    }
    return index;
  };
  const rows: number[] = [];
  const rowsAt = [0];
  for (const p of patterns) {
    const flags = (p.head ? HEAD : 0) | (p.tail ? TAIL : 0) | (p.except ? EXCEPT : 0);
    rows.push(p.rule, flags, p.anchor, ...p.before, ...(p.capture ?? [-1, -1]), ...p.elements.map(indexOf));
    rowsAt.push(rows.length);
  }
  const waiting: number[][] = Array.from({ length: sets.heldByAt.length }, () => []);
  for (const [index, { anchor, elements: all }] of patterns.entries()) {
    if (anchor < 0) waiting[waiting.length - 1].push(index);
    else {
      const { words, entries: several } = wordSetAt(sets, all[anchor].set);
      for (const id of new Set([...words, ...several.map((entry) => entry[0])])) waiting[id].push(index);
    }
  }
  const waits = joined(waiting);
  return {
    waits: waits.all,
    waitsAt: waits.at,
    rows: Int32Array.from(rows),
    rowsAt: Int32Array.from(rowsAt),
    elements: Int32Array.from(elements),
    tags,
    texts: patterns.map((p) => p.text).join('\n'),
  };
}

const texts = new WeakMap<Patterns, readonly string[]>();

/** Every pattern as its rule file has it, in order. */
export function textsOf(patterns: Patterns): readonly string[] {
  const known = texts.get(patterns) ?? patterns.texts.split('\n');
  texts.set(patterns, known);
  return known;
}

/** How many patterns there are. */
export function countPatterns(patterns: Patterns): number {
  return patterns.rowsAt.length - 1;
}

/** The patterns that wait for a word id; those that wait for none where it is undefined. */
export function waitingAt({ waits, waitsAt }: Patterns, word = waitsAt.length - 2): Int32Array {
  return waits.subarray(waitsAt[word], waitsAt[word + 1]);
}

/** What the scan needs of a pattern besides its elements, which stand at rows[first] to rows[first + size]. */
export interface PatternHead {
  readonly rule: number;
  readonly head: boolean;
  readonly tail: boolean;
  readonly except: boolean;
  readonly before: readonly [number, number];
  readonly capture: readonly [number, number] | undefined;
  readonly first: number;
  readonly size: number;
  /** The sets that must be there, the anchor's apart. */
  readonly needs: readonly number[];
}

/** The rule of a pattern. */
export function ruleAt({ rows, rowsAt }: Patterns, index: number): number {
  return rows[rowsAt[index]];
}

/** A pattern without its elements and text. */
export function headAt({ rows, rowsAt, elements }: Patterns, index: number): PatternHead {
  const at = rowsAt[index];
  const flags = rows[at + 1];
  const needs: number[] = [];
  for (let k = at + FIXED; k < rowsAt[index + 1]; k += 1) {
    const e = rows[k] * WIDE;
    if (elements[e] === KIND.set && elements[e + 2] > 0 && k !== at + FIXED + rows[at + 2]) needs.push(elements[e + 1]);
  }
  return {
    rule: rows[at],
    head: (flags & HEAD) !== 0,
    tail: (flags & TAIL) !== 0,
    except: (flags & EXCEPT) !== 0,
    before: [rows[at + 3], rows[at + 4]],
    capture: rows[at + 5] >= 0 ? [rows[at + 5], rows[at + 6]] : undefined,
    first: at + FIXED,
    size: rowsAt[index + 1] - at - FIXED,
    needs,
  };
}

/** One pattern, read back. */
export function patternAt(patterns: Patterns, index: number): Pattern {
  const { rows, rowsAt, elements, tags } = patterns;
  const anchor = rows[rowsAt[index] + 2];
  const { rule, head, tail, except, before, capture, first, size } = headAt(patterns, index);
  const list = Array.from(rows.slice(first, first + size), (row): Element => {
    const [code, set, min, max] = elements.slice(row * WIDE, (row + 1) * WIDE);
    const kind = KINDS[code];
    return kind === 'tag' ? { kind, set: -1, tag: tags[set], min, max } : { kind, set, min, max };
  });
  const text = textsOf(patterns)[index];
  return { rule, elements: list, head, tail, except, anchor, before, text, ...(capture ? { capture } : {}) };
}

/** Every pattern, read back: for tools that look at all. */
export function allPatterns(patterns: Patterns): Pattern[] {
  return Array.from({ length: countPatterns(patterns) }, (_, index) => patternAt(patterns, index));
}
