import { ELEMENT, FLAG, KIND, ROW, ruleAt, WHAT, waitingAt } from '../lexicon/flat.ts';
import { grown } from '../lexicon/grown.ts';
import type { Patterns } from '../lexicon/types.ts';

/**
 * Numbers of an entry of a list of patterns. `window` packs the fewest and most terms before what the pattern waits for, and
 * whether it stands at the head, as `WINDOW` says. `before`, `behind` and `first` are rows of `Neighbours.bits`; `NONE.unread` before they
 * are first asked for.
 */
export enum ENTRY {
  window = 0,
  before = 1,
  behind = 2,
  first = 3,
  pattern = 4,
  rule = 5,
  size = 6,
}
export enum WINDOW {
  fewest = 0xfff,
  mostAt = 12,
  most = 0xffff,
  head = 1 << 28,
}

/**
 * A list of patterns that wait for a symbol: where those begin that match at the head of a sentence only, whose symbol stands at
 * most `reach` terms behind the head, and where the list ends. `low` and `high` have a bit for each of its rules, some of which share one;
 * `alone` a bit, `Lists.aloneOf` the rule, where the symbol is all that a pattern of the rule needs. Its entries follow.
 */
export enum LIST {
  headFrom = 0,
  to = 1,
  reach = 2,
  low = 3,
  high = 4,
  alone = 5,
  size = 6,
}
/** What stands in place of a row of neighbours, or of a list. */
export enum NONE {
  /** A row that nobody has asked for. */
  unread = -1,
  /** A list that nobody has asked for. */
  unknown = 0,
  /** A list without entries. */
  empty = 1,
}
/** Rules that `alone` has a bit for. */
const MOST_ALONE = 32;

/** Lists of patterns, end to end. */
export interface Lists {
  /** Grows as lists are asked for. */
  entries: Int32Array;
  /** Where the list of those among `waiting` begins that belong here; equal lists are one. */
  readonly listOf: (waiting: Int32Array) => number;
  /** The list of those that wait for nothing but the head of a sentence. */
  readonly atHead: number;
  /** By rule, whether any pattern of it belongs here. */
  readonly has: Uint8Array;
  /** By rule, its bit in `alone`; 0 where it has none. */
  readonly aloneOf: Int32Array;
}

/** Lists of patterns of rules that `may`: of those that match, or of those that refuse. */
export function listsOf(patterns: Patterns, may: readonly boolean[], refuse: boolean): Lists {
  const { rows, rowsAt } = patterns;
  const is = (pattern: number, flag: number): boolean => (rows[rowsAt[pattern] + ROW.flags] & flag) !== 0;
  const belongs = (pattern: number): boolean => is(pattern, FLAG.except) === refuse && may[ruleAt(patterns, pattern)];
  const has = new Uint8Array(may.length);
  const aloneOf = new Int32Array(may.length);
  let alone = 0;
  for (let pattern = 0; pattern + 1 < rowsAt.length; pattern += 1) {
    if (!belongs(pattern)) continue;
    const rule = ruleAt(patterns, pattern);
    has[rule] = 1;
    if (aloneOf[rule] !== 0 || alone === MOST_ALONE || !isSymbol(patterns, pattern)) continue;
    aloneOf[rule] = 1 << alone;
    alone += 1;
  }
  const known = new Map([['', NONE.empty]]);
  // Nothing stands at 0; at `NONE.empty` a list without entries.
  let used = NONE.empty + LIST.size;
  const append = (pattern: number): void => {
    const { entries } = lists;
    const row = rowsAt[pattern];
    const fewest = Math.min(WINDOW.fewest, rows[row + ROW.fewest]);
    const most = Math.min(WINDOW.most, rows[row + ROW.most]);
    entries[used + ENTRY.window] = fewest | (most << WINDOW.mostAt) | (is(pattern, FLAG.head) ? WINDOW.head : 0);
    entries[used + ENTRY.before] = NONE.unread;
    entries[used + ENTRY.pattern] = pattern;
    entries[used + ENTRY.rule] = rows[row + ROW.rule];
    used += ENTRY.size;
  };
  const listOf = (waiting: Int32Array): number => {
    const those = waiting.filter(belongs);
    const key = those.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const list = used;
    known.set(key, list);
    const size = used + LIST.size + those.length * ENTRY.size;
    if (size > lists.entries.length) lists.entries = grown(lists.entries, size * 2);
    const { entries } = lists;
    used += LIST.size;
    for (const p of those) if (!is(p, FLAG.head)) append(p);
    entries[list + LIST.headFrom] = used;
    for (const p of those) if (is(p, FLAG.head)) append(p);
    entries[list + LIST.to] = used;
    for (const p of those) {
      const rule = ruleAt(patterns, p);
      entries[list + halfOf(rule)] |= bitOf(rule);
      if (isSymbol(patterns, p)) entries[list + LIST.alone] |= aloneOf[rule];
      const reach = is(p, FLAG.head) ? rows[rowsAt[p] + ROW.most] : 0;
      entries[list + LIST.reach] = Math.max(entries[list + LIST.reach], reach);
    }
    return list;
  };
  const lists = { entries: new Int32Array(2048), listOf, atHead: NONE.empty as number, has, aloneOf };
  lists.atHead = listOf(waitingAt(patterns));
  return lists;
}

/** Which of `LIST.low` and `LIST.high` has the bit of a rule. */
export function halfOf(rule: number): number {
  return (rule & 32) === 0 ? LIST.low : LIST.high;
}

/** A rule's bit there. */
export function bitOf(rule: number): number {
  return 1 << (rule & 31);
}

/** Whether a pattern matches wherever one of the symbols stands that it waits for. */
function isSymbol({ rows, rowsAt }: Patterns, pattern: number): boolean {
  const row = rowsAt[pattern];
  const what = rows[row + ROW.elements];
  return (
    rowsAt[pattern + 1] - row === ROW.elements + ELEMENT.size &&
    (rows[row + ROW.flags] & (FLAG.head | FLAG.tail)) === 0 &&
    (what & WHAT.kind) === KIND.set &&
    (what & WHAT.once) !== 0
  );
}
