import type { Rule } from '../../lexicon/types.ts';
import type { Sentence } from '../../segment/types.ts';
import { abandoned } from './abandoned.ts';
import { adds } from './adds.ts';
import { affirmed } from './affirmed.ts';
import { afterCue } from './after-cue.ts';
import { afterOpen } from './after-open.ts';
import { afterPlan } from './after-plan.ts';
import { afterQuestion } from './after-question.ts';
import { afterQuestionsInvited } from './after-questions-invited.ts';
import { afterWish } from './after-wish.ts';
import { answersCue } from './answers-cue.ts';
import { asked } from './asked.ts';
import { asks } from './asks.ts';
import { bare } from './bare.ts';
import { brief } from './brief.ts';
import { type Condition, type Context, NOTHING } from './condition.ts';
import { denied } from './denied.ts';
import { echo } from './echo.ts';
import { echoHalf } from './echo-half.ts';
import { firstSentence } from './first-sentence.ts';
import { greeting } from './greeting.ts';
import { heard } from './heard.ts';
import { hypothetical } from './hypothetical.ts';
import { lastSentence } from './last-sentence.ts';
import { long } from './long.ts';
import { marked } from './marked.ts';
import { mayReturn } from './may-return.ts';
import { negated } from './negated.ts';
import { negatedBefore } from './negated-before.ts';
import { ofAnother } from './of-another.ts';
import { opening } from './opening.ts';
import { otherPerson } from './other-person.ts';
import { ownAnswer } from './own-answer.ts';
import { question } from './question.ts';
import { reported } from './reported.ts';
import { returns } from './returns.ts';
import { selfAnswered } from './self-answered.ts';
import { short } from './short.ts';
import { statement } from './statement.ts';
import { turnStart } from './turn-start.ts';

/** Every condition that a rule may name. */
export const conditions: readonly Condition[] = [
  abandoned,
  adds,
  affirmed,
  afterCue,
  afterOpen,
  afterPlan,
  afterQuestion,
  afterQuestionsInvited,
  afterWish,
  answersCue,
  asked,
  asks,
  bare,
  brief,
  denied,
  echoHalf,
  echo,
  firstSentence,
  greeting,
  heard,
  hypothetical,
  lastSentence,
  long,
  marked,
  mayReturn,
  negatedBefore,
  negated,
  ofAnother,
  opening,
  otherPerson,
  ownAnswer,
  question,
  reported,
  returns,
  selfAnswered,
  short,
  statement,
  turnStart,
];

/** A rule's conditions, each with what it must say: those of the sentence's form, those that cost little, and the others. */
export interface Demands {
  readonly ofForm: readonly Demand[];
  readonly plain: readonly Demand[];
  readonly costly: readonly Demand[];
}
export interface Demand {
  readonly test: Condition['test'];
  readonly holds: boolean;
}

const byId = new Map(conditions.map((c) => [c.id, c]));

/** Why a rule's conditions refuse a match: `when echo`, `unless negated`; undefined where they let it pass. */
export function refusal(rule: Rule, context: Context): string | undefined {
  for (const id of rule.when) if (byId.get(id)?.test(context) !== true) return `when ${id}`;
  for (const id of rule.unless) if (byId.get(id)?.test(context) === true) return `unless ${id}`;
  return undefined;
}

/** The conditions of a rule. */
export function demandsOf(rule: Rule): Demands {
  const named = [...rule.when.map((id) => ({ id, holds: true })), ...rule.unless.map((id) => ({ id, holds: false }))];
  const all = named.flatMap(({ id, holds }) => {
    const condition = byId.get(id);
    return condition ? [{ condition, demand: { test: condition.test, holds } }] : [];
  });
  const those = (is: (condition: Condition) => boolean) => all.filter((d) => is(d.condition)).map((d) => d.demand);
  return {
    ofForm: those((c) => c.ofForm === true),
    plain: those((c) => c.ofForm !== true && c.costly !== true),
    costly: those((c) => c.costly === true),
  };
}

/** Whether a rule may match in sentences of such a mark and form at all. */
export function formPasses({ ofForm }: Demands, sentence: Pick<Sentence, 'mark' | 'form' | 'question'>): boolean {
  // Its conditions look at nothing else.
  return pass(ofForm, { sentence: { ...NOTHING, ...sentence } } as Context);
}

/** Whether conditions let a match pass. */
export function pass(demands: readonly Demand[], context: Context): boolean {
  for (let k = 0; k < demands.length; k += 1) if (demands[k].test(context) !== demands[k].holds) return false;
  return true;
}
