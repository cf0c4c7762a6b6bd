import { FLAG, ROW, ruleAt, waitingAt } from '../lexicon/flat.ts';
import { grown } from '../lexicon/grown.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Sentence } from '../segment/types.ts';
import type { Role } from '../visit.ts';
import { demandsOf, formPasses } from './conditions/index.ts';
import { checkConditions } from './unknown-conditions.ts';

/**
 * Numbers of an entry of a list of patterns. `window` packs the fewest and most terms before what the pattern waits for, and
 * whether it stands at the head, as `WINDOW` says. `forms` has a bit for every form of sentence in which its rule may match, as
 * `formBit` gives it.
 */
export const ENTRY = { forms: 0, pattern: 1, window: 2, rule: 3, size: 4 } as const;
export const WINDOW = { fewest: 0xfff, mostAt: 12, most: 0xffff, head: 1 << 28 } as const;

/**
 * Numbers of what waits for a symbol: a list of patterns that match and one of patterns that refuse a match of their rule, each from
 * `from` to `to` (exclusive) of `entries`. From `headFrom` on they match at the head of a sentence only, and their symbol stands
 * at most `reach` terms behind the head. `forms` are those of all that match; `refused` has a bit, `bitOf` a rule, for every rule that the
 * second list refuses matches of.
 */
export const WAITING = { matching: 0, refusing: 4, forms: 8, refused: 9, size: 10 } as const;
export const LIST = { from: 0, headFrom: 1, to: 2, reach: 3 } as const;
/** Nothing waits for the symbol. */
export const NOTHING_WAITS = 1;

/** The patterns that apply to one role's turns, found by the symbol they wait for. */
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

const QUESTION = { no: 0, form: 1, marked: 2 } as const;
const FORM = { none: 0, asked: 1, tag: 2 } as const;
/** The marks that conditions tell apart. */
const MARKS = ['', '?', '.'];

/** A bit for the mark and form of a sentence. */
export function formBit({ mark, form, question }: Pick<Sentence, 'mark' | 'form' | 'question'>): number {
  return 1 << (((mark === '' ? 0 : mark === '?' ? 1 : 2) * 3 + FORM[form]) * 3 + QUESTION[question]);
}

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
    index = build(lexicon, formsOf(lexicon, role));
    roles.set(role, index);
  }
  return index;
}

/** By rule, the forms of sentence in which it may match in turns of the role; 0 where it may in none. */
function formsOf(lexicon: Lexicon, role: Role): Int32Array {
  const speakers = new Map(lexicon.codes.map((c) => [c.code, c.speaker]));
  return Int32Array.from(lexicon.rules, (rule) => {
    if (role === 'note' ? rule.in !== 'note' : rule.in !== 'transcript' || speakers.get(rule.code) !== role) return 0;
    const demands = demandsOf(rule);
    let forms = 0;
    for (const mark of MARKS) {
      for (const form of Object.keys(FORM) as Sentence['form'][]) {
        for (const question of Object.keys(QUESTION) as Sentence['question'][]) {
          const sentence = { mark, form, question };
          if (formPasses(demands, sentence)) forms |= formBit(sentence);
        }
      }
    }
    return forms;
  });
}

function build({ patterns }: Lexicon, forms: Int32Array): PatternIndex {
  const { rows, rowsAt } = patterns;
  const has = (pattern: number, flag: number): boolean => (rows[rowsAt[pattern] + ROW.flags] & flag) !== 0;
  const those = (waiting: Int32Array, refuses: boolean): Int32Array =>
    waiting.filter((p) => has(p, FLAG.except) === refuses && forms[ruleAt(patterns, p)] !== 0);
  const entriesOf = (list: Int32Array): number[] => {
    const out: number[] = [];
    for (const pattern of list) {
      const row = rowsAt[pattern];
      const rule = rows[row + ROW.rule];
      const fewest = Math.min(WINDOW.fewest, rows[row + ROW.fewest]);
      const most = Math.min(WINDOW.most, rows[row + ROW.most]);
      const head = has(pattern, FLAG.head) ? WINDOW.head : 0;
      out.push(forms[rule], pattern, fewest | (most << WINDOW.mostAt) | head, rule);
    }
    return out;
  };
  let used = 0;
  const append = (list: Int32Array): number => {
    const more = entriesOf(list);
    const size = used + more.length;
    if (size > index.entries.length) index.entries = grown(index.entries, size * 2);
    index.entries.set(more, used);
    used = size;
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
      const waiting = waitingAt(patterns, symbol).filter((p) => forms[ruleAt(patterns, p)] !== 0);
      const key = waiting.join();
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size + 1;
        numbers.set(key, number);
        const size = (number + 1) * WAITING.size;
        if (size > index.waiting.length) index.waiting = grown(index.waiting, size * 2);
        const matching = those(waiting, false);
        add(number * WAITING.size + WAITING.matching, matching);
        for (const p of matching) index.waiting[number * WAITING.size + WAITING.forms] |= forms[ruleAt(patterns, p)];
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
