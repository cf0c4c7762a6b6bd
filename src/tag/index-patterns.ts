import { FLAG, ROW, ruleAt, waitingAt } from '../lexicon/flat.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Sentence } from '../segment/types.ts';
import type { Role } from '../visit.ts';
import { formPasses } from './conditions/index.ts';
import { checkConditions } from './unknown-conditions.ts';

/** Numbers of an entry of a list of patterns. */
export const ENTRY = { pattern: 0, fewest: 1, most: 2, head: 3, rule: 4, size: 5 } as const;
/**
 * Numbers of what waits for a symbol: a list of patterns that match and one of patterns that refuse a match of their rule, each from
 * `from` to `to` (exclusive) of `entries`. From `headFrom` on they match at the head of a sentence only, and their symbol stands
 * at most `reach` terms behind the head. `refused` has a bit, `bitOf` a rule, for every rule that the second list refuses matches of.
 */
export const WAITING = { matching: 0, refusing: 4, refused: 8, size: 9 } as const;
export const LIST = { from: 0, headFrom: 1, to: 2, reach: 3 } as const;
/** Nothing waits for the symbol. */
export const NOTHING_WAITS = 1;

/** The patterns that apply to sentences of one kind, found by the symbol they wait for. */
export interface PatternIndex {
  /**
   * What waits for each symbol, by its number in `waiting`; 0 where it is not known yet: see `ready`. Kept small, since every
   * word asks for it: symbols for which the same patterns wait have one number.
   */
  readonly waitsFor: Uint16Array | Uint32Array;
  waiting: Int32Array;
  /** What `ENTRY` says of every pattern in a list, lists end to end. */
  entries: Int32Array;
  /** Finds out what waits for a symbol: in one visit most are never asked for. */
  readonly ready: (symbol: number) => number;
  /** Patterns of either kind that wait for nothing but the head of a sentence, a list of entries each. */
  readonly atHead: Int32Array;
  readonly refusingAtHead: Int32Array;
}

/** A bit for a rule; some share one. */
export function bitOf(rule: number): number {
  return 1 << (rule & 31);
}

/** Gives the index for a sentence, by its mark and form. */
export type Indexes = (sentence: Sentence) => PatternIndex;

const FORMS = { none: 0, asked: 1, tag: 2 } as const;
const QUESTIONS = { no: 0, form: 1, marked: 2 } as const;
const made = new WeakMap<Lexicon, Map<Role, Indexes>>();

/** The indexes of a role's patterns, each built at first need. Throws UsageError where a rule names a condition that there is not. */
export function indexesFor(lexicon: Lexicon, role: Role): Indexes {
  let roles = made.get(lexicon);
  if (!roles) {
    checkConditions(lexicon);
    roles = new Map();
    made.set(lexicon, roles);
  }
  let indexes = roles.get(role);
  if (!indexes) {
    indexes = sharing(lexicon, role);
    roles.set(role, indexes);
  }
  return indexes;
}

/** Sentences in which the same rules may match share an index. */
function sharing(lexicon: Lexicon, role: Role): Indexes {
  const byForm: (PatternIndex | undefined)[] = [];
  const byRules = new Map<string, PatternIndex>();
  return (sentence) => {
    const { mark, form, question } = sentence;
    const key = ((mark === '' ? 0 : mark === '?' ? 1 : 2) * 3 + FORMS[form]) * 3 + QUESTIONS[question];
    const known = byForm[key];
    if (known) return known;
    const rules = rulesFor(lexicon, role, sentence);
    const index = byRules.get(rules.join()) ?? build(lexicon, rules);
    byRules.set(rules.join(), index);
    byForm[key] = index;
    return index;
  };
}

/** The index of all of a role's patterns. */
export function indexFor(lexicon: Lexicon, role: Role): PatternIndex {
  checkConditions(lexicon);
  return build(lexicon, rulesFor(lexicon, role));
}

/** By rule, whether it may match in turns of the role, and in sentences like this one. */
function rulesFor(lexicon: Lexicon, role: Role, like?: Sentence): boolean[] {
  const speakers = new Map(lexicon.codes.map((c) => [c.code, c.speaker]));
  return lexicon.rules.map(
    (rule) =>
      (role === 'note' ? rule.in === 'note' : rule.in === 'transcript' && speakers.get(rule.code) === role) &&
      (!like || formPasses(rule, like)),
  );
}

function build({ patterns }: Lexicon, applies: readonly boolean[]): PatternIndex {
  const { rows, rowsAt } = patterns;
  const has = (pattern: number, flag: number): boolean => (rows[rowsAt[pattern] + ROW.flags] & flag) !== 0;
  const those = (waiting: Int32Array, refuses: boolean): Int32Array =>
    waiting.filter((p) => has(p, FLAG.except) === refuses && applies[ruleAt(patterns, p)]);
  const entriesOf = (list: Int32Array): number[] => {
    const out: number[] = [];
    for (const pattern of list) {
      const row = rowsAt[pattern];
      out.push(
        pattern,
        rows[row + ROW.fewest],
        rows[row + ROW.most],
        has(pattern, FLAG.head) ? 1 : 0,
        rows[row + ROW.rule],
      );
    }
    return out;
  };
  let used = 0;
  const append = (list: Int32Array): number => {
    const more = entriesOf(list);
    index.entries = roomFor(index.entries, used + more.length);
    index.entries.set(more, used);
    used += more.length;
    return used;
  };
  const add = (at: number, list: Int32Array): void => {
    const headed = list.filter((p) => has(p, FLAG.head));
    const { waiting } = index;
    waiting[at + LIST.from] = used;
    waiting[at + LIST.headFrom] = append(list.filter((p) => !has(p, FLAG.head)));
    waiting[at + LIST.to] = append(headed);
    for (const p of headed) waiting[at + LIST.reach] = Math.max(waiting[at + LIST.reach], rows[rowsAt[p] + ROW.most]);
  };
  const symbols = patterns.waitsAt.length - 1;
  const numbers = new Map([['', NOTHING_WAITS]]);
  const index: PatternIndex = {
    waitsFor: symbols < 65_000 ? new Uint16Array(symbols) : new Uint32Array(symbols),
    waiting: new Int32Array(256 * WAITING.size),
    entries: new Int32Array(4096),
    ready(symbol) {
      const waiting = waitingAt(patterns, symbol).filter((p) => applies[ruleAt(patterns, p)]);
      const key = waiting.join();
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size + 1;
        numbers.set(key, number);
        index.waiting = roomFor(index.waiting, (number + 1) * WAITING.size);
        add(number * WAITING.size + WAITING.matching, those(waiting, false));
        const refusing = those(waiting, true);
        add(number * WAITING.size + WAITING.refusing, refusing);
        for (const p of refusing) index.waiting[number * WAITING.size + WAITING.refused] |= bitOf(ruleAt(patterns, p));
      }
      index.waitsFor[symbol] = number;
      return number;
    },
    atHead: Int32Array.from(entriesOf(those(waitingAt(patterns), false))),
    refusingAtHead: Int32Array.from(entriesOf(those(waitingAt(patterns), true))),
  };
  return index;
}

function roomFor(list: Int32Array, size: number): Int32Array {
  if (size <= list.length) return list;
  const wider = new Int32Array(size * 2);
  wider.set(list);
  return wider;
}
