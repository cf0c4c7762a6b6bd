import type { Lexicon } from '../lexicon/types.ts';
import { vocabularyOf } from '../lexicon/vocabulary.ts';
import { type Segmented, segmentVisit } from '../segment/segment.ts';
import type { Moment, Role, Visit } from '../visit.ts';
import { contextOn, type Moving } from './conditions/condition.ts';
import { type Demands, demandsOf, pass } from './conditions/index.ts';
import { passesGrammar } from './grammar.ts';
import { indexFor, type PatternIndex } from './index-patterns.ts';
import { memoryOf, note } from './memory.ts';
import { added, type Candidates, type Codes, codesOf, resolve } from './overlap.ts';
import { points } from './points.ts';
import { type Scanner, scannerOf } from './scan.ts';
import { widen } from './span.ts';

/** What tagging asks of a lexicon for every match, made once. */
interface Ready {
  readonly scanner: Scanner;
  /** By role, the patterns that apply to its turns. */
  readonly index: (role: Role) => PatternIndex;
  /** By rule. */
  readonly demands: readonly Demands[];
  readonly codes: Codes;
  /** By word id, 1 for words that begin a clause. */
  readonly breaks: Uint8Array | undefined;
  /** Of the turn that is tagged. */
  readonly candidates: Candidates;
}

const made = new WeakMap<Lexicon, Ready>();

function readyOf(lexicon: Lexicon): Ready {
  let ready = made.get(lexicon);
  if (!ready) {
    const { ClauseStart: clauses } = lexicon.lists;
    const indexes = new Map<Role, PatternIndex>();
    ready = {
      scanner: scannerOf(lexicon),
      index(role) {
        const index = indexes.get(role) ?? indexFor(lexicon, role);
        indexes.set(role, index);
        return index;
      },
      demands: lexicon.rules.map(demandsOf),
      codes: codesOf(lexicon),
      breaks: clauses === undefined ? undefined : vocabularyOf(lexicon).set(clauses).has,
      candidates: { all: [], count: 0 },
    };
    made.set(lexicon, ready);
  }
  return ready;
}

/**
 * Tags a visit whose roles are assigned: every moment, in order of turn, start, end, code and rule. Synchronous; pass
 * `segmented` where the visit has been segmented already.
 */
export function tagVisit(visit: Visit, lexicon: Lexicon, segmented?: readonly Segmented[]): Moment[] {
  const turns = segmented ?? segmentVisit(visit, lexicon);
  const ready = readyOf(lexicon);
  const { candidates, codes } = ready;
  const context = contextOn(turns, lexicon, memoryOf(turns, lexicon));
  const moments: Moment[] = [];
  for (let position = 0; position < turns.length; position += 1) {
    const text = turns[position];
    if (text.turn.role === 'other' || text.to === text.from) continue;
    context.position = position;
    context.text = text;
    findCandidates(context, ready);
    if (candidates.count === 0) continue;
    resolve(candidates, codes);
    const point = points(text.turn.text);
    const { starts, ends } = text.terms;
    for (let k = 0; k < candidates.count; k += 1) {
      const { code, rule, from, to } = candidates.all[k];
      const start = starts[from];
      const end = ends[to - 1];
      note(context.memory, position, codes.names[code]);
      moments.push({
        visit: visit.id,
        turn: text.turn.id,
        code: codes.names[code],
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

/** Every match of the context's turn that no exception and no condition refuses. */
function findCandidates(context: Moving, ready: Ready): void {
  const { text } = context;
  const { sentences } = text;
  const index = ready.index(text.turn.role);
  ready.candidates.count = 0;
  for (let s = 0; s < sentences.length; s += 1) {
    const found = ready.scanner.sentence(text, index, s);
    if (found === 0) continue;
    context.sentence = sentences[s];
    judge(found, context, ready);
  }
}

/** Keeps those of the scanner's first `found` matches, in one sentence, that nothing refuses; what refuses most for its price is asked first. */
function judge(found: number, context: Moving, { scanner, demands, codes, breaks, candidates }: Ready): void {
  const { lexicon, text, sentence } = context;
  for (let k = 0; k < found; k += 1) {
    const hit = scanner.hits[k];
    const { plain, costly } = demands[hit.rule];
    context.hit = hit;
    if (!pass(plain, context) || !pass(costly, context) || scanner.isExcepted(hit)) continue;
    const rule = lexicon.rules[hit.rule];
    if (rule.grammar && !passesGrammar(context)) continue;
    const candidate = added(candidates);
    candidate.code = codes.ofRule[hit.rule];
    candidate.rule = hit.rule;
    candidate.from = hit.from;
    candidate.to = hit.to;
    widen(candidate, rule.span, text, sentence, breaks);
  }
}
