import { FLAG, ROW, ruleAt, waitingAt } from '../lexicon/flat.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { UsageError } from '../problem.ts';
import type { Role } from '../visit.ts';
import { unknownConditions } from './unknown-conditions.ts';

/** Numbers of an entry of a list of patterns. */
export const ENTRY = { pattern: 0, fewest: 1, most: 2, head: 3, need: 4, needToo: 5, rule: 6, size: 7 } as const;

/** The patterns that apply to one role's turns, found by the symbol they wait for; lists of entries end to end. */
export interface PatternIndex {
  /** By symbol, patterns that match; a list that nobody has asked for is undefined yet: see `ready`. */
  readonly matching: (Int32Array | undefined)[];
  /** Patterns that refuse a match of their rule. */
  readonly refusing: (Int32Array | undefined)[];
  /** Makes both lists of a symbol. */
  readonly ready: (symbol: number) => void;
  /** Patterns of either kind that wait for nothing but the head of a sentence. */
  readonly atHead: Int32Array;
  readonly refusingAtHead: Int32Array;
}

const NONE = new Int32Array(0);
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

/** Entries are made when a symbol is first met: in one visit most never are. */
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
  const matching: (Int32Array | undefined)[] = new Array(symbols);
  const refusing: (Int32Array | undefined)[] = new Array(symbols);
  return {
    matching,
    refusing,
    ready(symbol) {
      matching[symbol] = entries(waitingAt(patterns, symbol), false);
      refusing[symbol] = entries(waitingAt(patterns, symbol), true);
    },
    atHead: entries(waitingAt(patterns), false),
    refusingAtHead: entries(waitingAt(patterns), true),
  };
}
