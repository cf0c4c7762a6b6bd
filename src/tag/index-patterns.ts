import { FLAG, ROW, ruleAt, waitingAt } from '../lexicon/flat.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Sentence } from '../segment/types.ts';
import type { Role } from '../visit.ts';
import { formPasses } from './conditions/index.ts';
import { checkConditions } from './unknown-conditions.ts';

/** Numbers of an entry of a list of patterns. */
export const ENTRY = { pattern: 0, fewest: 1, most: 2, head: 3, need: 4, needToo: 5, rule: 6, size: 7 } as const;
/** What is known of a symbol. */
export const KNOWN = {
  /** Its lists are made. */
  made: 1,
  /** Patterns that match wait for it. */
  matches: 2,
  /** Patterns that refuse do. */
  refuses: 4,
} as const;

/** Lists of entries by symbol, end to end: symbol s has those from[s] to to[s] of `entries`; see `PatternIndex.ready`. */
export interface Lists {
  entries: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Where in a list those begin that match at the head of a sentence only, and how far behind the head their symbols reach. */
  readonly headFrom: Int32Array;
  readonly reach: Int32Array;
}

/** The patterns that apply to sentences of one kind, found by the symbol they wait for. */
export interface PatternIndex {
  /** By symbol, bits of `KNOWN`. */
  readonly known: Uint8Array;
  /** Patterns that match. */
  readonly matching: Lists;
  /** Patterns that refuse a match of their rule. */
  readonly refusing: Lists;
  /** Makes both lists of a symbol, in one visit most are never asked for; gives what is known then. */
  readonly ready: (symbol: number) => number;
  /** Patterns of either kind that wait for nothing but the head of a sentence, a list of entries each. */
  readonly atHead: Int32Array;
  readonly refusingAtHead: Int32Array;
}

/** Gives the index for a sentence, by its mark and form. */
export type Indexes = (sentence: Sentence) => PatternIndex;

const NONE = new Int32Array(0);
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
    const built: (PatternIndex | undefined)[] = [];
    indexes = (sentence) => {
      const { mark, form, question } = sentence;
      const key = ((mark === '' ? 0 : mark === '?' ? 1 : 2) * 3 + FORMS[form]) * 3 + QUESTIONS[question];
      built[key] ??= indexFor(lexicon, role, sentence);
      return built[key];
    };
    roles.set(role, indexes);
  }
  return indexes;
}

/** The index of a role's patterns for sentences like this one, or for all. */
export function indexFor(lexicon: Lexicon, role: Role, like?: Sentence): PatternIndex {
  const { patterns } = lexicon;
  const { rows, rowsAt } = patterns;
  const speakers = new Map(lexicon.codes.map((c) => [c.code, c.speaker]));
  const applies = lexicon.rules.map(
    (rule) =>
      (role === 'note' ? rule.in === 'note' : rule.in === 'transcript' && speakers.get(rule.code) === role) &&
      (!like || formPasses(rule, like)),
  );
  const isHeaded = (pattern: number) => (rows[rowsAt[pattern] + ROW.flags] & FLAG.head) !== 0;
  const those = (waiting: Int32Array, refuses: boolean): Int32Array =>
    waiting.filter((pattern) => {
      const isRefusing = (rows[rowsAt[pattern] + ROW.flags] & FLAG.except) !== 0;
      return isRefusing === refuses && applies[ruleAt(patterns, pattern)];
    });
  const entries = (list: Int32Array): number[] => {
    const out: number[] = [];
    for (const pattern of list) {
      const row = rowsAt[pattern];
      out.push(pattern, rows[row + ROW.fewest], rows[row + ROW.most], isHeaded(pattern) ? 1 : 0);
      out.push(rows[row + ROW.need], rows[row + ROW.needToo], rows[row + ROW.rule]);
    }
    return out;
  };
  const symbols = patterns.waitsAt.length - 1;
  const add = (lists: Growing, symbol: number, list: Int32Array): void => {
    const headed = list.filter(isHeaded);
    lists.from[symbol] = lists.used;
    append(lists, entries(list.filter((pattern) => !isHeaded(pattern))));
    lists.headFrom[symbol] = lists.used;
    append(lists, entries(headed));
    lists.to[symbol] = lists.used;
    for (const pattern of headed) {
      lists.reach[symbol] = Math.max(lists.reach[symbol], rows[rowsAt[pattern] + ROW.most]);
    }
  };
  const known = new Uint8Array(symbols);
  const matching = newLists(symbols);
  const refusing = newLists(symbols);
  return {
    known,
    matching,
    refusing,
    ready(symbol) {
      const waiting = waitingAt(patterns, symbol);
      const [match, refuse] = waiting.length === 0 ? [NONE, NONE] : [those(waiting, false), those(waiting, true)];
      if (match.length > 0) add(matching, symbol, match);
      if (refuse.length > 0) add(refusing, symbol, refuse);
      known[symbol] = KNOWN.made | (match.length > 0 ? KNOWN.matches : 0) | (refuse.length > 0 ? KNOWN.refuses : 0);
      return known[symbol];
    },
    atHead: Int32Array.from(entries(those(waitingAt(patterns), false))),
    refusingAtHead: Int32Array.from(entries(those(waitingAt(patterns), true))),
  };
}

interface Growing extends Lists {
  used: number;
}

function newLists(symbols: number): Growing {
  const [from, to, headFrom, reach] = [0, 0, 0, 0].map(() => new Int32Array(symbols));
  return { entries: new Int32Array(4096), from, to, headFrom, reach, used: 0 };
}

function append(lists: Growing, list: readonly number[]): void {
  const end = lists.used + list.length;
  if (end > lists.entries.length) {
    const wider = new Int32Array(end * 2);
    wider.set(lists.entries);
    lists.entries = wider;
  }
  lists.entries.set(list, lists.used);
  lists.used = end;
}
