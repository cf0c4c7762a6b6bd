import { FLAG, ROW, ruleAt, waitingAt } from '../lexicon/flat.ts';
import { grown } from '../lexicon/grown.ts';
import type { Lexicon, Patterns } from '../lexicon/types.ts';
import type { Sentence } from '../segment/types.ts';
import type { Role } from '../visit.ts';
import { demandsOf, formPasses } from './conditions/index.ts';
import { checkConditions } from './unknown-conditions.ts';

/**
 * Numbers of an entry of a list of patterns. `window` packs the fewest and most terms before what the pattern waits for, and
 * whether it stands at the head, as `WINDOW` says. `before`, `behind` and `first` are rows of `Neighbours.bits`; `UNREAD` before they
 * are first asked for.
 */
export const ENTRY = { window: 0, before: 1, behind: 2, first: 3, pattern: 4, rule: 5, size: 6 } as const;
export const WINDOW = { fewest: 0xfff, mostAt: 12, most: 0xffff, head: 1 << 28 } as const;
export const UNREAD = -1;

/**
 * A list of patterns that wait for a symbol: where those begin that match at the head of a sentence only, whose symbol stands at
 * most `reach` terms behind the head, and where the list ends; bits of its rules, `low` and `high`; then its entries.
 */
export const LIST = { headFrom: 0, to: 1, reach: 2, low: 3, high: 4, size: 5 } as const;
/** A list without entries. */
export const NOTHING_WAITS = 1;

/** Patterns, found by the symbol they wait for. */
export interface Waits {
  /** Where in `entries` the list of each symbol begins, `NOTHING_WAITS` where it is empty; 0 where it is not known yet: see `ready`. */
  readonly listOf: Int32Array;
  /** Lists end to end; equal ones once. */
  readonly entries: Int32Array;
  /** Finds a symbol's list: in one visit most are never asked for. */
  readonly ready: (symbol: number) => number;
  /** The list of those that wait for nothing but the head of a sentence. */
  readonly atHead: number;
}

/** The patterns that apply to one role's turns. */
export interface PatternIndex {
  /** Those of rules that may match in a sentence of such a mark and form, by `formOf`, or in any by `ANY_FORM`. */
  readonly matching: (form: number) => Waits;
  /** Those that refuse a match of their rule. */
  readonly refusing: Waits;
}

const FORMS: readonly Sentence['form'][] = ['none', 'asked', 'tag'];
const QUESTIONS: readonly Sentence['question'][] = ['no', 'form', 'marked'];
/** The marks that conditions tell apart. */
const MARKS = ['', '?', '.'];
/** All that sentences can be, and a number more for whoever asks regardless of it. */
export const ANY_FORM = MARKS.length * FORMS.length * QUESTIONS.length;

/** A number for the mark and form of a sentence, below `ANY_FORM`. */
export function formOf({ mark, form, question }: Pick<Sentence, 'mark' | 'form' | 'question'>): number {
  const ofMark = mark === '' ? 0 : mark === '?' ? 1 : 2;
  const ofForm = form === 'none' ? 0 : form === 'asked' ? 1 : 2;
  return (ofMark * 3 + ofForm) * 3 + (question === 'no' ? 0 : question === 'form' ? 1 : 2);
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
    index = build(lexicon, role);
    roles.set(role, index);
  }
  return index;
}

function build(lexicon: Lexicon, role: Role): PatternIndex {
  const speakers = new Map(lexicon.codes.map((c) => [c.code, c.speaker]));
  const applies = lexicon.rules.map((rule) =>
    role === 'note' ? rule.in === 'note' : rule.in === 'transcript' && speakers.get(rule.code) === role,
  );
  const all = (): Waits => waitsOf(lexicon.patterns, (rule) => applies[rule], false);
  const waits: (Waits | undefined)[] = new Array(ANY_FORM + 1);
  /** Sentences in which the same rules may match have one list of patterns. */
  const known = new Map<string, Waits>();
  const find = (form: number): Waits => {
    if (form === ANY_FORM) return all();
    const sentence = {
      mark: MARKS[Math.trunc(form / 9)],
      form: FORMS[Math.trunc(form / 3) % 3],
      question: QUESTIONS[form % 3],
    };
    const may = lexicon.rules.map((rule, k) => applies[k] && formPasses(demandsOf(rule), sentence));
    const key = may.map(Number).join('');
    const made = known.get(key) ?? waitsOf(lexicon.patterns, (rule) => may[rule], false);
    known.set(key, made);
    return made;
  };
  return {
    matching(form) {
      waits[form] ??= find(form);
      return waits[form];
    },
    refusing: waitsOf(lexicon.patterns, (rule) => applies[rule], true),
  };
}

/** Patterns of some rules, those that match or those that refuse. */
function waitsOf(patterns: Patterns, may: (rule: number) => boolean, refuses: boolean): Waits {
  const { rows, rowsAt } = patterns;
  const has = (pattern: number, flag: number): boolean => (rows[rowsAt[pattern] + ROW.flags] & flag) !== 0;
  const known = new Map([['', NOTHING_WAITS]]);
  // Nothing stands at 0; at `NOTHING_WAITS` a list without entries.
  let used = NOTHING_WAITS + LIST.size;
  let entries: Int32Array = new Int32Array(2048);
  const append = (pattern: number): void => {
    const row = rowsAt[pattern];
    const fewest = Math.min(WINDOW.fewest, rows[row + ROW.fewest]);
    const most = Math.min(WINDOW.most, rows[row + ROW.most]);
    entries[used + ENTRY.window] = fewest | (most << WINDOW.mostAt) | (has(pattern, FLAG.head) ? WINDOW.head : 0);
    entries[used + ENTRY.before] = UNREAD;
    entries[used + ENTRY.pattern] = pattern;
    entries[used + ENTRY.rule] = rows[row + ROW.rule];
    used += ENTRY.size;
  };
  const listOf = (waiting: Int32Array): number => {
    const those = waiting.filter((p) => has(p, FLAG.except) === refuses && may(ruleAt(patterns, p)));
    const key = those.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const list = used;
    known.set(key, list);
    const size = used + LIST.size + those.length * ENTRY.size;
    if (size > entries.length) entries = grown(entries, size * 2);
    used += LIST.size;
    for (const p of those) if (!has(p, FLAG.head)) append(p);
    entries[list + LIST.headFrom] = used;
    for (const p of those) if (has(p, FLAG.head)) append(p);
    entries[list + LIST.to] = used;
    for (const p of those) {
      const rule = ruleAt(patterns, p);
      entries[list + (rule & 32 ? LIST.high : LIST.low)] |= 1 << (rule & 31);
      if (!has(p, FLAG.head)) continue;
      entries[list + LIST.reach] = Math.max(entries[list + LIST.reach], rows[rowsAt[p] + ROW.most]);
    }
    return list;
  };
  const waits: Waits = {
    listOf: new Int32Array(patterns.waitsAt.length - 1),
    get entries() {
      return entries;
    },
    ready(symbol) {
      waits.listOf[symbol] = listOf(waitingAt(patterns, symbol));
      return waits.listOf[symbol];
    },
    atHead: listOf(waitingAt(patterns)),
  };
  return waits;
}
