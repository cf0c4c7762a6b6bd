import type { Lexicon, Pattern } from '../lexicon/types.ts';
import { type RuntimeSet, vocabularyOf } from '../lexicon/vocabulary.ts';
import type { Role } from '../visit.ts';

/** A pattern with its sets at hand. */
export interface Ready {
  readonly index: number;
  readonly pattern: Pattern;
  readonly sets: readonly (RuntimeSet | undefined)[];
}

/** The patterns that apply to one role's turns, found by the word they wait for. */
export interface PatternIndex {
  /** Word id to the patterns anchored on it. */
  readonly byWord: readonly (readonly Ready[] | undefined)[];
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

function build(lexicon: Lexicon, role: Role): PatternIndex {
  const vocabulary = vocabularyOf(lexicon);
  const speakers = new Map(lexicon.codes.map((c) => [c.code, c.speaker]));
  const byWord: Ready[][] = new Array(lexicon.words.length + 1);
  const atHead: Ready[] = [];
  for (const [index, pattern] of lexicon.patterns.entries()) {
    const rule = lexicon.rules[pattern.rule];
    if (role === 'note' ? rule.in !== 'note' : rule.in !== 'transcript' || speakers.get(rule.code) !== role) continue;
    const sets = pattern.elements.map((e) => (e.set >= 0 ? vocabulary.set(e.set) : undefined));
    const ready: Ready = { index, pattern, sets };
    if (pattern.anchor < 0) {
      atHead.push(ready);
      continue;
    }
    const { words, entries } = lexicon.sets[pattern.elements[pattern.anchor].set];
    for (const id of new Set([...words, ...entries.map((e) => e[0])])) {
      const list = byWord[id];
      if (list) list.push(ready);
      else byWord[id] = [ready];
    }
  }
  return { byWord, atHead };
}
