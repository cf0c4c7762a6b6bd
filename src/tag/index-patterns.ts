import { waitingAt } from '../lexicon/flat.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Sentence } from '../segment/types.ts';
import type { Role } from '../visit.ts';
import { demandsOf, formPasses } from './conditions/index.ts';
import { type Lists, listsOf } from './pattern-lists.ts';
import { checkConditions } from './unknown-conditions.ts';

/** Which patterns wait for each symbol, in sentences of some form. */
export interface Waits {
  /**
   * Two numbers a symbol, since both are asked for together: where in the entries of `matching` its list begins, and where in those of
   * the role's `refusing`; `NONE.empty` where a list is empty, `NONE.unknown` before it was asked for: see `ready`.
   */
  readonly of: Int32Array;
  /** Finds a symbol's lists: in one visit most are never asked for. */
  readonly ready: (symbol: number) => void;
  readonly matching: Lists;
}

/** The patterns that apply to one role's turns. */
export interface PatternIndex {
  /** Those of rules that may match in a sentence of such a mark and form, by `formOf`, or in any by `ANY_FORM`. */
  readonly waits: (form: number) => Waits;
  /** Those that refuse a match of their rule. */
  readonly refusing: Lists;
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
  const { patterns, rules } = lexicon;
  const speakers = new Map(lexicon.codes.map((c) => [c.code, c.speaker]));
  const applies = rules.map((rule) =>
    role === 'note' ? rule.in === 'note' : rule.in === 'transcript' && speakers.get(rule.code) === role,
  );
  const refusing = listsOf(patterns, applies, true);
  const waitsOf = (may: readonly boolean[]): Waits => {
    const matching = listsOf(patterns, may, false);
    const of = new Int32Array(2 * (patterns.waitsAt.length - 1));
    return {
      of,
      matching,
      ready(symbol) {
        const waiting = waitingAt(patterns, symbol);
        of[2 * symbol] = matching.listOf(waiting);
        of[2 * symbol + 1] = refusing.listOf(waiting);
      },
    };
  };
  const byForm: (Waits | undefined)[] = new Array(ANY_FORM + 1);
  /** Sentences in which the same rules may match have the same. */
  const known = new Map<string, Waits>();
  const find = (form: number): Waits => {
    const may =
      form === ANY_FORM ? applies : rules.map((rule, k) => applies[k] && formPasses(demandsOf(rule), like(form)));
    const key = may.map(Number).join('');
    const waits = known.get(key) ?? waitsOf(may);
    known.set(key, waits);
    return waits;
  };
  return {
    waits(form) {
      byForm[form] ??= find(form);
      return byForm[form];
    },
    refusing,
  };
}

/** A sentence of a form that `formOf` numbers. */
function like(form: number): Pick<Sentence, 'mark' | 'form' | 'question'> {
  return { mark: MARKS[Math.trunc(form / 9)], form: FORMS[Math.trunc(form / 3) % 3], question: QUESTIONS[form % 3] };
}
