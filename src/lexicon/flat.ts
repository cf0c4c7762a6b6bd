import { phrasesOf, trieOf } from './trie.ts';
import type { Element, ElementKind, Pattern, Patterns, WordSet, WordSets } from './types.ts';

/** Where in a pattern's row what stands; its elements follow, `ELEMENT.size` numbers each. */
export enum ROW {
  rule = 0,
  flags = 1,
  anchor = 2,
  /** Fewest and most terms before the anchor. */
  fewest = 3,
  most = 4,
  /** Bounds of the capture, -1 for none. */
  captureFrom = 5,
  captureTo = 6,
  elements = 7,
}
/** `^`, `$`, refuses instead of matching, may be tried in many ways from one start. */
export enum FLAG {
  head = 1,
  tail = 2,
  except = 4,
  branches = 8,
}
const KINDS: readonly ElementKind[] = ['set', 'any', 'not', 'tag'];
/** An element's kind as a number. */
export enum KIND {
  set = 0,
  any = 1,
  not = 2,
  tag = 3,
}
/** Numbers of an element: `WHAT` it is and how often it stands, as `TIMES` says. */
export enum ELEMENT {
  what = 0,
  times = 1,
  size = 2,
  /** In `what`, bits below its set, or the index of its tag. */
  setAt = 4,
}
/** Bits of the fewest times, and how many bits above them the most stands. */
export enum TIMES {
  fewest = 0xfff,
  mostAt = 12,
}
/**
 * What an element is: its kind in two bits, then whether it stands exactly once (and is no `any`), whether its set holds phrases, and its
 * set or the index of its tag.
 */
export enum WHAT {
  kind = 3,
  once = 4,
  phrased = 8,
}

/** Lists of numbers end to end, and where each begins. */
function joined(lists: readonly (readonly number[])[]): { all: Int32Array; at: Int32Array } {
  const at = [0];
  for (const list of lists) at.push(at[at.length - 1] + list.length);
  return { all: Int32Array.from(lists.flat()), at: Int32Array.from(at) };
}

/** Lays sets over `count` word ids out as flat lists of numbers; see `WordSets`. */
export function flattenSets(sets: readonly WordSet[], count: number): WordSets {
  const phrases = phrasesIn(sets);
  const symbols = new Map(phrases.map((phrase, k) => [phrase.join(' '), count + 1 + k]));
  const holders: number[][] = Array.from({ length: count + 1 + phrases.length }, () => []);
  for (const [index, { words, entries }] of sets.entries()) {
    for (const id of words) holders[id].push(index);
    for (const entry of entries) holders[symbols.get(entry.join(' ')) as number].push(index);
  }
  const words = joined(sets.map((set) => set.words));
  const heldBy = joined(holders);
  const starts = joined(sets.map(({ entries }) => distinct(entries.map((entry) => entry[0]))));
  const ends = joined(sets.map(({ entries }) => distinct(entries.map((entry) => entry[entry.length - 1]))));
  return {
    words: words.all,
    wordsAt: words.at,
    starts: starts.all,
    startsAt: starts.at,
    ends: ends.all,
    endsAt: ends.at,
    ...trieOf(phrases, count),
    heldBy: heldBy.all,
    heldByAt: heldBy.at,
  };
}

/** The entries of all sets, each once, those of the commonest words first: tables by symbol have what is met most together. */
function phrasesIn(sets: readonly WordSet[]): (readonly number[])[] {
  const entries = new Map<string, readonly number[]>();
  for (const set of sets) for (const entry of set.entries) entries.set(entry.join(' '), entry);
  // Words are numbered by how common they are; see lexicon/renumber.ts.
  const rarest = new Map([...entries.values()].map((entry) => [entry, Math.max(...entry)]));
  return [...entries.values()].sort((a, b) => (rarest.get(a) as number) - (rarest.get(b) as number));
}

function distinct(ids: readonly number[]): number[] {
  return [...new Set(ids)].sort((a, b) => a - b);
}

/** How many sets there are. */
export function countSets(sets: WordSets): number {
  return sets.wordsAt.length - 1;
}

/** One set, read back. */
export function wordSetAt(sets: WordSets, index: number): WordSet {
  const { words, wordsAt, firsts, heldBy, heldByAt } = sets;
  const entries = phrasesOf(sets).flatMap((phrase, k) => {
    const symbol = firsts.length + k;
    return heldBy.subarray(heldByAt[symbol], heldByAt[symbol + 1]).includes(index) ? [[...phrase]] : [];
  });
  return { words: [...words.slice(wordsAt[index], wordsAt[index + 1])], entries };
}

/** Lays patterns over sets out as flat lists of numbers; see `patternAt`. */
export function flattenPatterns(patterns: readonly Pattern[], sets: WordSets): Patterns {
  const tags: string[] = [];
  const tagAt = (tag: string): number => (tags.includes(tag) ? tags.indexOf(tag) : tags.push(tag) - 1);
  const rows: number[] = [];
  const rowsAt = [0];
  for (const p of patterns) {
    const capture = p.capture ?? [-1, -1];
    rows.push(p.rule, flagsOf(p), p.anchor, ...p.before, ...capture);
    for (const { kind, set, tag, min, max } of p.elements) {
      const once = kind !== 'any' && min === 1 && max === 1 ? WHAT.once : 0;
      const phrased = set >= 0 && sets.startsAt[set + 1] > sets.startsAt[set] ? WHAT.phrased : 0;
      const of = tag === undefined ? Math.max(0, set) : tagAt(tag);
      rows.push(KIND[kind] | once | phrased | (of << ELEMENT.setAt), min | (max << TIMES.mostAt));
    }
    rowsAt.push(rows.length);
  }
  const waits = joined(waitingLists(patterns, sets));
  return {
    waits: waits.all,
    waitsAt: waits.at,
    rows: Int32Array.from(rows),
    rowsAt: Int32Array.from(rowsAt),
    tags,
    texts: patterns.map((p) => p.text).join('\n'),
  };
}

function flagsOf({ head, tail, except, elements }: Pattern): number {
  const choices = elements.filter(({ min, max }) => min !== max).length;
  return (
    (head ? FLAG.head : 0) |
    (tail ? FLAG.tail : 0) |
    (except ? FLAG.except : 0) |
    (choices > 1 || elements.some(({ kind, max }) => kind !== 'any' && max > 1) ? FLAG.branches : 0)
  );
}

/** By symbol, the patterns that wait for it; last those that wait for none. */
function waitingLists(patterns: readonly Pattern[], sets: WordSets): number[][] {
  const bySet = new Map<number, number[]>();
  const headed: number[] = [];
  for (const [index, { anchor, elements }] of patterns.entries()) {
    if (anchor < 0) {
      headed.push(index);
      continue;
    }
    const list = bySet.get(elements[anchor].set) ?? [];
    list.push(index);
    bySet.set(elements[anchor].set, list);
  }
  return [...bySymbol(sets, (set) => bySet.get(set) ?? []), headed];
}

/** By symbol, what `of` gives for the sets that hold it, ascending. */
function bySymbol({ heldBy, heldByAt }: WordSets, of: (set: number) => readonly number[]): number[][] {
  return Array.from({ length: heldByAt.length - 1 }, (_, symbol) =>
    [...heldBy.subarray(heldByAt[symbol], heldByAt[symbol + 1])].flatMap(of).sort((a, b) => a - b),
  );
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

/** The patterns that wait for a symbol; those that wait for none where it is undefined. */
export function waitingAt({ waits, waitsAt }: Patterns, symbol = waitsAt.length - 2): Int32Array {
  return waits.subarray(waitsAt[symbol], waitsAt[symbol + 1]);
}

/** The rule of a pattern. */
export function ruleAt({ rows, rowsAt }: Patterns, index: number): number {
  return rows[rowsAt[index] + ROW.rule];
}

/** One pattern, read back. */
export function patternAt(patterns: Patterns, index: number): Pattern {
  const { rows, rowsAt } = patterns;
  const row = rows.subarray(rowsAt[index], rowsAt[index + 1]);
  const list: Element[] = [];
  for (let at = ROW.elements as number; at < row.length; at += ELEMENT.size)
    list.push(elementAt(patterns, row[at], row[at + 1]));
  const from = row[ROW.captureFrom];
  return {
    rule: row[ROW.rule],
    elements: list,
    head: (row[ROW.flags] & FLAG.head) !== 0,
    tail: (row[ROW.flags] & FLAG.tail) !== 0,
    except: (row[ROW.flags] & FLAG.except) !== 0,
    anchor: row[ROW.anchor],
    before: [row[ROW.fewest], row[ROW.most]],
    text: textsOf(patterns)[index],
    ...(from < 0 ? {} : { capture: [from, row[ROW.captureTo]] as const }),
  };
}

function elementAt({ tags }: Patterns, what: number, times: number): Element {
  const kind = KINDS[what & WHAT.kind];
  const of = what >>> ELEMENT.setAt;
  const often = { min: times & TIMES.fewest, max: times >>> TIMES.mostAt };
  if (kind === 'tag') return { kind, set: -1, tag: tags[of], ...often };
  return { kind, set: kind === 'any' ? -1 : of, ...often };
}

/** Every pattern, read back: for tools that look at all. */
export function allPatterns(patterns: Patterns): Pattern[] {
  return Array.from({ length: countPatterns(patterns) }, (_, index) => patternAt(patterns, index));
}
