import { patternAt } from '../lexicon/flat.ts';
import type { Examples, Lexicon, Rule } from '../lexicon/types.ts';
import { segmentVisit } from '../segment/segment.ts';
import type { Visit } from '../visit.ts';
import { exampleVisit, speakerOf } from './example-visit.ts';
import { traceTurn } from './explain.ts';
import { tagVisit } from './tag.ts';

/** How an example came out: `missed` (yes, but not tagged), `noisy` (no, but tagged), `far` (no, and nothing near). */
export type Outcome = 'right' | 'missing' | 'noisy' | 'wrong span' | 'far';

export interface ExampleResult {
  readonly rule: string;
  readonly kind: 'yes' | 'no';
  readonly line: string;
  readonly outcome: Outcome;
}

/**
 * Runs a rule's examples through the real pipeline. A `yes` must earn the code, in the turn with brackets or else the last, by this rule or a
 * sister of the same code that stands before it; brackets give the exact span. A `no` must not be tagged by this rule,
 * and something in the rule must nearly match it.
 */
export function testRule(examples: Examples, lexicon: Lexicon): ExampleResult[] {
  const rule = lexicon.rules.find((r) => r.id === examples.rule);
  if (!rule) return [];
  return [
    ...examples.yes.map((line) => ({
      rule: rule.id,
      kind: 'yes' as const,
      line,
      outcome: judgeYes(line, rule, lexicon),
    })),
    ...examples.no.map((line) => ({ rule: rule.id, kind: 'no' as const, line, outcome: judgeNo(line, rule, lexicon) })),
  ];
}

function judgeYes(line: string, rule: Rule, lexicon: Lexicon): Outcome {
  const { visit, spans } = exampleVisit(line, speakerOf(lexicon, rule.code), rule.in);
  // What follows may be part of the example: an answer that affirms.
  const judged = spans[0]?.position ?? visit.turns.length - 1;
  const mine = tagVisit(visit, lexicon).filter((m) => m.position === judged && m.code === rule.code);
  if (!mine.some((m) => m.rule === rule.id) && !hits(visit, judged, rule, lexicon)) return 'missing';
  if (mine.length === 0) return 'missing';
  const here = spans.filter((s) => s.position === judged);
  const exact = here.every((s) => mine.some((m) => m.offset === s.start && m.offset + m.quote.length === s.end));
  return exact ? 'right' : 'wrong span';
}

/** Whether the rule itself matches the judged turn, though a sister of its code may have taken the words. */
function hits(visit: Visit, judged: number, rule: Rule, lexicon: Lexicon): boolean {
  const turns = segmentVisit(visit, lexicon);
  return traceTurn(visit, turns, judged, lexicon).some((t) => t.rule === rule.id && t.verdict === 'tagged');
}

function judgeNo(line: string, rule: Rule, lexicon: Lexicon): Outcome {
  const { visit } = exampleVisit(line, speakerOf(lexicon, rule.code), rule.in);
  const turns = segmentVisit(visit, lexicon);
  const last = turns.length - 1;
  const traces = traceTurn(visit, turns, last, lexicon).filter((t) => t.rule === rule.id);
  if (traces.some((t) => t.verdict === 'tagged')) return 'noisy';
  const single = rule.patterns.some(
    (p) => patternAt(lexicon.patterns, p).elements.filter((e) => e.kind === 'set' && e.min > 0).length < 2,
  );
  return traces.length > 0 || single ? 'right' : 'far';
}
