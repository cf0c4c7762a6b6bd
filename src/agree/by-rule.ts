import type { Moment } from '../visit.ts';
import { type CodedMoment, isUnder, turnKey } from './codings.ts';
import { precision, recall } from './confusion.ts';

/** How one rule's tags stand to a gold, by turn. */
export interface RuleAgreement {
  readonly rule: string;
  /** The gold's code that the rule is measured by: its own, or the one above where the gold has none finer. */
  readonly code: string;
  /** Turns that the rule tagged. */
  readonly tagged: number;
  /** Those of them that have the code in the gold. */
  readonly right: number;
  /** Those of these that no other rule of the code tagged: what would be lost without it. */
  readonly alone: number;
  /** Turns that have the code in the gold. */
  readonly gold: number;
  /** right / tagged; undefined where nothing was tagged. */
  readonly precision: number | undefined;
  /** right / gold: the share of the code that this rule finds. */
  readonly recall: number | undefined;
}

/** Measures every rule alone, over the turns of visits that were coded for its code. */
export function agreementByRule(
  rules: readonly { readonly id: string; readonly code: string }[],
  gold: readonly CodedMoment[],
  tags: readonly Moment[],
): RuleAgreement[] {
  const used = new Set(gold.map(({ code }) => code));
  const goldTurns = turnsBy(gold, (moment) => moment.code);
  const ruleTurns = turnsBy(tags, (moment) => moment.rule);
  return rules.map(({ id, code: own }) => {
    const code = used.has(own) ? own : ([...used].find((other) => isUnder(own, other)) ?? own);
    const coded = new Set([...goldTurns].flatMap(([c, turns]) => (isUnder(c, code) ? [...turns] : [])));
    const tagged = ruleTurns.get(id) ?? new Set<string>();
    const sisters = rules.filter((r) => r.id !== id && isUnder(r.code, code));
    const right = [...tagged].filter((turn) => coded.has(turn));
    const alone = right.filter((turn) => !sisters.some((r) => ruleTurns.get(r.id)?.has(turn)));
    const counts = { tp: right.length, fp: tagged.size - right.length, fn: coded.size - right.length, tn: 0 };
    return {
      rule: id,
      code,
      tagged: tagged.size,
      right: right.length,
      alone: alone.length,
      gold: coded.size,
      precision: precision(counts),
      recall: recall(counts),
    };
  });
}

function turnsBy<T extends { readonly visit: string; readonly turn: string }>(
  moments: readonly T[],
  keyOf: (moment: T) => string,
): Map<string, Set<string>> {
  const turns = new Map<string, Set<string>>();
  for (const moment of moments) {
    const key = keyOf(moment);
    const found = turns.get(key) ?? new Set();
    turns.set(key, found.add(turnKey(moment.visit, moment.turn)));
  }
  return turns;
}
