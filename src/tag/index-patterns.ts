import { FLAG, ROW, ruleAt, waitingAt } from '../lexicon/flat.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Role } from '../visit.ts';
import { checkConditions } from './unknown-conditions.ts';

/** Numbers of an entry of a list of patterns. */
export const ENTRY = { pattern: 0, fewest: 1, most: 2, head: 3, need: 4, needToo: 5, rule: 6, size: 7 } as const;

/** Lists of entries by symbol, end to end: symbol s has those from[s] to to[s] of `entries`; see `PatternIndex.ready`. */
export interface Lists {
  entries: Int32Array;
  /** -1 for a symbol that nobody has asked for yet. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The patterns that apply to one role's turns, found by the symbol they wait for. */
export interface PatternIndex {
  /** Patterns that match. */
  readonly matching: Lists;
  /** Patterns that refuse a match of their rule. */
  readonly refusing: Lists;
  /** Makes both lists of a symbol: in one visit most are never asked for. */
  readonly ready: (symbol: number) => void;
  /** Patterns of either kind that wait for nothing but the head of a sentence, a list of entries each. */
  readonly atHead: Int32Array;
  readonly refusingAtHead: Int32Array;
}

const NONE = new Int32Array(0);
const made = new WeakMap<Lexicon, Map<Role, PatternIndex>>();

/** The index of a role's patterns; built at first need. Throws UsageError where a rule names a condition that there is not. */
export function indexFor(lexicon: Lexicon, role: Role): PatternIndex {
  let roles = made.get(lexicon);
  if (!roles) {
    checkConditions(lexicon);
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
  const { patterns } = lexicon;
  const { rows, rowsAt } = patterns;
  const speakers = new Map(lexicon.codes.map((c) => [c.code, c.speaker]));
  const applies = lexicon.rules.map((rule) =>
    role === 'note' ? rule.in === 'note' : rule.in === 'transcript' && speakers.get(rule.code) === role,
  );
  const entries = (waiting: Int32Array, refuses: boolean): Int32Array => {
    const list: number[] = [];
    for (const pattern of waiting) {
      const row = rowsAt[pattern];
      const flags = rows[row + ROW.flags];
      if (((flags & FLAG.except) !== 0) !== refuses || !applies[ruleAt(patterns, pattern)]) continue;
      const head = (flags & FLAG.head) === 0 ? 0 : 1;
      list.push(pattern, rows[row + ROW.fewest], rows[row + ROW.most], head);
      list.push(rows[row + ROW.need], rows[row + ROW.needToo], rows[row + ROW.rule]);
    }
    return list.length === 0 ? NONE : Int32Array.from(list);
  };
  const symbols = patterns.waitsAt.length - 1;
  const matching = newLists(symbols);
  const refusing = newLists(symbols);
  return {
    matching,
    refusing,
    ready(symbol) {
      const waiting = waitingAt(patterns, symbol);
      addList(matching, symbol, entries(waiting, false));
      addList(refusing, symbol, entries(waiting, true));
    },
    atHead: entries(waitingAt(patterns), false),
    refusingAtHead: entries(waitingAt(patterns), true),
  };
}

interface Growing extends Lists {
  used: number;
}

function newLists(symbols: number): Growing {
  const lists = { entries: new Int32Array(4096), from: new Int32Array(symbols), to: new Int32Array(symbols), used: 0 };
  lists.from.fill(-1);
  return lists;
}

function addList(lists: Growing, symbol: number, list: Int32Array): void {
  const end = lists.used + list.length;
  if (end > lists.entries.length) {
    const wider = new Int32Array(end * 2);
    wider.set(lists.entries);
    lists.entries = wider;
  }
  lists.entries.set(list, lists.used);
  lists.from[symbol] = lists.used;
  lists.to[symbol] = end;
  lists.used = end;
}
