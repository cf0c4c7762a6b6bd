import { anchorAt, countPatterns, headAt, type PatternHead } from '../lexicon/flat.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Role } from '../visit.ts';

/** A pattern with its place in the lexicon. */
export interface Ready extends PatternHead {
  readonly index: number;
}

/** The patterns that apply to one role's turns, found by the word they wait for. */
export interface PatternIndex {
  /** The patterns that wait for a word; none for most words. */
  readonly waiting: (word: number) => readonly Ready[] | undefined;
  /** Patterns that wait for nothing but the head of a sentence. */
  readonly atHead: readonly Ready[];
}

const made = new WeakMap<Lexicon, Map<Role, PatternIndex>>();

/** The index of a role's patterns; built at first need. */
export function indexFor(lexicon: Lexicon, role: Role): PatternIndex {
  let roles = made.get(lexicon);
  if (!roles) {
    roles = new Map();
    made.set(lexicon, roles);
  }
  let index = roles.get(role);
  if (!index) {
    index = build(lexicon, role);
    roles.set(role, index);
  }
  return index;
}

/** Readies a pattern. */
export function readyOf(lexicon: Lexicon, index: number): Ready {
  return { index, ...headAt(lexicon.patterns, index) };
}

/** Patterns are read and readied at the first word that they wait for: in one visit most never are. */
function build(lexicon: Lexicon, role: Role): PatternIndex {
  const { patterns, sets } = lexicon;
  const speakers = new Map(lexicon.codes.map((c) => [c.code, c.speaker]));
  const applies = lexicon.rules.map((rule) =>
    role === 'note' ? rule.in === 'note' : rule.in === 'transcript' && speakers.get(rule.code) === role,
  );
  const ready: (Ready | undefined)[] = new Array(countPatterns(patterns));
  const readied = (index: number): Ready => {
    ready[index] ??= readyOf(lexicon, index);
    return ready[index];
  };
  const atHead: Ready[] = [];
  const indices: (number[] | undefined)[] = new Array(lexicon.words.length + 1);
  const wait = (word: number, index: number): void => {
    const list = indices[word];
    if (!list) indices[word] = [index];
    else if (list[list.length - 1] !== index) list.push(index);
  };
  for (let index = 0; index < ready.length; index += 1) {
    const { rule, set } = anchorAt(patterns, index);
    if (!applies[rule]) continue;
    if (set < 0) {
      atHead.push(readied(index));
      continue;
    }
    for (let k = sets.wordsAt[set]; k < sets.wordsAt[set + 1]; k += 1) wait(sets.words[k], index);
    for (let k = sets.groupsAt[set]; k < sets.groupsAt[set + 1]; k += 1) wait(sets.firsts[k], index);
  }
  const byWord: (Ready[] | undefined)[] = new Array(indices.length);
  return {
    waiting(word) {
      const list = indices[word];
      if (!list) return undefined;
      byWord[word] ??= list.map(readied);
      return byWord[word];
    },
    atHead,
  };
}
