import type { Element, ElementKind, Pattern, Patterns, WordSet, WordSets } from './types.ts';

/** Numbers of a pattern's row before its elements: rule, flags, anchor, fewest and most before it, the capture's bounds. */
const FIXED = 7;
const HEAD = 1;
const TAIL = 2;
const EXCEPT = 4;
const KINDS: readonly ElementKind[] = ['set', 'any', 'not', 'tag'];
/** Numbers of an element: kind, set (or index of its tag), min, max. */
const WIDE = 4;

/** Lays sets out as flat lists of numbers, which JSON reads at once; see `wordSetAt`. */
export function flattenSets(sets: readonly WordSet[]): WordSets {
  const words: number[] = [];
  const wordsAt = [0];
  const entries: number[] = [];
  const entriesAt = [0];
  for (const set of sets) {
    words.push(...set.words);
    wordsAt.push(words.length);
    for (const entry of set.entries) entries.push(entry.length, ...entry);
    entriesAt.push(entries.length);
  }
  return { words, wordsAt, entries, entriesAt };
}

/** How many sets there are. */
export function countSets(sets: WordSets): number {
  return sets.wordsAt.length - 1;
}

/** One set, read back. */
export function wordSetAt(sets: WordSets, index: number): WordSet {
  const entries: number[][] = [];
  let at = sets.entriesAt[index];
  while (at < sets.entriesAt[index + 1]) {
    const size = sets.entries[at];
    entries.push(sets.entries.slice(at + 1, at + 1 + size));
    at += 1 + size;
  }
  return { words: sets.words.slice(sets.wordsAt[index], sets.wordsAt[index + 1]), entries };
}

/** Lays patterns out as flat lists of numbers, equal elements once; see `patternAt`. */
export function flattenPatterns(patterns: readonly Pattern[]): Patterns {
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
  return { rows, rowsAt, elements, tags, texts: patterns.map((p) => p.text).join('\n') };
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

/** Rule and anchor's set of a pattern (-1 where it has no anchor), without reading the rest. */
export function anchorAt(patterns: Patterns, index: number): { rule: number; set: number } {
  const at = patterns.rowsAt[index];
  const anchor = patterns.rows[at + 2];
  return {
    rule: patterns.rows[at],
    set: anchor < 0 ? -1 : patterns.elements[patterns.rows[at + FIXED + anchor] * WIDE + 1],
  };
}

/** One pattern, read back. */
export function patternAt(patterns: Patterns, index: number): Pattern {
  const { rows, rowsAt, elements, tags } = patterns;
  const at = rowsAt[index];
  const [rule, flags, anchor, fewest, most, from, to] = rows.slice(at, at + FIXED);
  const list: Element[] = [];
  for (let k = at + FIXED; k < rowsAt[index + 1]; k += 1) {
    const e = rows[k] * WIDE;
    const kind = KINDS[elements[e]];
    const set = elements[e + 1];
    const [min, max] = [elements[e + 2], elements[e + 3]];
    list.push(kind === 'tag' ? { kind, set: -1, tag: tags[set], min, max } : { kind, set, min, max });
  }
  return {
    rule,
    elements: list,
    head: (flags & HEAD) !== 0,
    tail: (flags & TAIL) !== 0,
    except: (flags & EXCEPT) !== 0,
    anchor,
    before: [fewest, most],
    get text() {
      return textsOf(patterns)[index];
    },
    ...(from >= 0 ? { capture: [from, to] as const } : {}),
  };
}

/** Every pattern, read back: for tools that look at all. */
export function allPatterns(patterns: Patterns): Pattern[] {
  return Array.from({ length: countPatterns(patterns) }, (_, index) => patternAt(patterns, index));
}
