import type { Lexicon } from '../lexicon/types.ts';
import { type Segmented, segmentVisit } from '../segment/segment.ts';
import type { Moment, Visit } from '../visit.ts';
import { contextOn, type Moving } from './conditions/condition.ts';
import { costlyPass, plainPass } from './conditions/index.ts';
import { passesGrammar } from './grammar.ts';
import { indexFor } from './index-patterns.ts';
import { type Memory, memoryOf } from './memory.ts';
import { type Candidate, resolve } from './overlap.ts';
import { points } from './points.ts';
import { type Scanner, scannerOf } from './scan.ts';
import { widen } from './span.ts';

const overs = new WeakMap<Lexicon, ReadonlyMap<string, readonly string[]>>();

/**
 * Tags a visit whose roles are assigned: every moment, in order of turn, start, end, code and rule. Synchronous; pass
 * `segmented` where the visit has been segmented already.
 */
export function tagVisit(visit: Visit, lexicon: Lexicon, segmented?: readonly Segmented[]): Moment[] {
  const turns = segmented ?? segmentVisit(visit, lexicon);
  const memory = memoryOf(turns, lexicon);
  const moments: Moment[] = [];
  let over = overs.get(lexicon);
  if (!over) {
    over = new Map(lexicon.codes.map((c) => [c.code, c.over]));
    overs.set(lexicon, over);
  }
  for (let position = 0; position < turns.length; position += 1) {
    const text = turns[position];
    if (text.turn.role === 'other' || text.to === text.from) continue;
    const candidates = candidatesOf(turns, position, lexicon, memory);
    if (candidates.length === 0) continue;
    const kept = resolve(candidates, over);
    memory.note(position, new Set(kept.map((c) => c.code)));
    const point = points(text.turn.text);
    const { starts, ends } = text.terms;
    for (const { code, rule, from, to } of kept) {
      const start = starts[from];
      const end = ends[to - 1];
      moments.push({
        visit: visit.id,
        turn: text.turn.id,
        code,
        start: point(start),
        end: point(end),
        quote: text.turn.text.slice(start, end),
        rule: lexicon.rules[rule].id,
        position,
        offset: start,
      });
    }
  }
  return moments;
}

/** Every match of a turn that no exception and no condition refuses. */
function candidatesOf(turns: readonly Segmented[], position: number, lexicon: Lexicon, memory: Memory): Candidate[] {
  const text = turns[position];
  const index = indexFor(lexicon, text.turn.role);
  const scanner = scannerOf(lexicon);
  const candidates: Candidate[] = [];
  let context: Moving | undefined;
  for (let s = 0; s < text.sentences.length; s += 1) {
    const found = scanner.sentence(text, index, s);
    if (found === 0) continue;
    context ??= contextOn(turns, position, lexicon, memory);
    context.sentence = text.sentences[s];
    judge(found, scanner, context, candidates);
  }
  return candidates;
}

/** Keeps those of the first `found` matches of the scanner, in one sentence, that nothing refuses; what is dear to find out is asked last. */
function judge(found: number, scanner: Scanner, context: Moving, into: Candidate[]): void {
  const { lexicon, text, vocabulary, sentence } = context;
  const clauses = lexicon.lists.ClauseStart;
  for (let k = 0; k < found; k += 1) {
    const hit = scanner.hits[k];
    const rule = lexicon.rules[hit.rule];
    context.hit = hit;
    if (!plainPass(rule, context) || scanner.isExcepted(hit) || !costlyPass(rule, context)) continue;
    if (rule.grammar && !passesGrammar(context)) continue;
    const breaks = clauses === undefined ? undefined : vocabulary.set(clauses);
    const [from, to] = widen(rule.span, text, sentence, breaks, hit.from, hit.to);
    into.push({ code: rule.code, rule: hit.rule, from, to });
  }
}
