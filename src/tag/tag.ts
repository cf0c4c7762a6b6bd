import type { Lexicon } from '../lexicon/types.ts';
import { vocabularyOf } from '../lexicon/vocabulary.ts';
import { type Segmented, segmentVisit } from '../segment/segment.ts';
import type { Moment, Visit } from '../visit.ts';
import type { Context } from './conditions/condition.ts';
import { refusal } from './conditions/index.ts';
import { passesGrammar } from './grammar.ts';
import { indexFor } from './index-patterns.ts';
import { type Memory, memoryOf } from './memory.ts';
import { type Candidate, resolve } from './overlap.ts';
import { points } from './points.ts';
import { type Hit, scan } from './scan.ts';
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
    if (text.turn.role === 'other' || text.ids.length === 0) continue;
    const kept = resolve(candidatesOf(turns, position, lexicon, memory), over);
    if (kept.length === 0) continue;
    memory.note(position, new Set(kept.map((c) => c.code)));
    const point = points(text.turn.text);
    for (const { code, rule, from, to } of kept) {
      const start = text.starts[from];
      const end = text.ends[to - 1];
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
  const vocabulary = vocabularyOf(lexicon);
  const text = turns[position];
  const hits = scan(text, indexFor(lexicon, text.turn.role), lexicon);
  const excepted = exceptions(hits);
  const clauses = lexicon.lists.ClauseStart;
  const breaks = clauses === undefined ? undefined : vocabulary.set(clauses);
  const candidates: Candidate[] = [];
  for (const hit of hits) {
    if (hit.ready.except || isExcepted(hit, text, excepted)) continue;
    const rule = lexicon.rules[hit.ready.rule];
    const sentence = text.sentences[hit.sentence];
    const context: Context = { lexicon, vocabulary, turns, position, text, sentence, hit, memory };
    if (refusal(rule, context) !== undefined) continue;
    if (rule.grammar && !passesGrammar(context)) continue;
    const [from, to] = widen(rule.span, text, sentence, breaks, hit.from, hit.to);
    candidates.push({ code: rule.code, rule: hit.ready.rule, from, to });
  }
  return candidates;
}

/** Exceptions reach so many words beside them where a sentence ends without a mark, and so may be several. */
const REACH = 8;

/** The exceptions that match, by rule. */
export function exceptions(hits: readonly Hit[]): Map<number, Hit[]> {
  const found = new Map<number, Hit[]>();
  for (const hit of hits) {
    const { except, rule } = hit.ready;
    if (!except) continue;
    const list = found.get(rule);
    if (list) list.push(hit);
    else found.set(rule, [hit]);
  }
  return found;
}

/** Whether an exception of its rule refuses a hit: it matches in the same sentence, and near where that has no mark. */
export function isExcepted(hit: Hit, text: Segmented, found: ReadonlyMap<number, readonly Hit[]>): boolean {
  const list = found.get(hit.ready.rule);
  if (!list) return false;
  const bare = text.sentences[hit.sentence].mark === '';
  return list.some(
    (e) => e.sentence === hit.sentence && (!bare || (e.from < hit.to + REACH && hit.from < e.to + REACH)),
  );
}
