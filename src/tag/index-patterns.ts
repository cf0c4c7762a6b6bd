import { countPatterns, headAt, type PatternHead, ruleAt, waitingAt } from '../lexicon/flat.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { UsageError } from '../problem.ts';
import type { Role } from '../visit.ts';
import { unknownConditions } from './unknown-conditions.ts';

/** A pattern with its place in the lexicon. */
export interface Ready extends PatternHead {
  readonly index: number;
}

/** The patterns that apply to one role's turns, found by the word they wait for. */
export interface PatternIndex {
  /** The patterns that wait for a word; none for most words. */
  readonly waiting: (word: number) => readonly Ready[];
  /** Patterns that wait for nothing but the head of a sentence. */
  readonly atHead: readonly Ready[];
}

const made = new WeakMap<Lexicon, Map<Role, PatternIndex>>();

/** The index of a role's patterns; built at first need. Throws UsageError where a rule names a condition that there is not. */
export function indexFor(lexicon: Lexicon, role: Role): PatternIndex {
  let roles = made.get(lexicon);
  if (!roles) {
    for (const rule of lexicon.rules) {
      const [unknown] = unknownConditions(rule);
      if (unknown !== undefined)
        throw new UsageError(`${rule.id}: there is no condition ${unknown}`, 'Run: bedside lexicon check FOLDER');
    }
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

/** Patterns are readied at the first word that they wait for: in one visit most never are. */
function build(lexicon: Lexicon, role: Role): PatternIndex {
  const { patterns } = lexicon;
  const speakers = new Map(lexicon.codes.map((c) => [c.code, c.speaker]));
  const applies = lexicon.rules.map((rule) =>
    role === 'note' ? rule.in === 'note' : rule.in === 'transcript' && speakers.get(rule.code) === role,
  );
  const known: (Ready | undefined)[] = new Array(countPatterns(patterns));
  const readied = (indices: Int32Array): Ready[] => {
    const list: Ready[] = [];
    for (const index of indices) {
      if (!applies[ruleAt(patterns, index)]) continue;
      known[index] ??= readyOf(lexicon, index);
      list.push(known[index]);
    }
    return list;
  };
  const byWord: (Ready[] | undefined)[] = new Array(lexicon.words.length + 1);
  return {
    waiting(word) {
      byWord[word] ??= readied(waitingAt(patterns, word));
      return byWord[word];
    },
    atHead: readied(waitingAt(patterns)),
  };
}
