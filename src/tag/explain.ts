import { countPatterns, patternAt, textsOf } from '../lexicon/flat.ts';
import type { Lexicon } from '../lexicon/types.ts';
import type { Segmented } from '../segment/types.ts';
import type { Visit } from '../visit.ts';
import { contextOn } from './conditions/condition.ts';
import { refusal } from './conditions/index.ts';
import { passesGrammar } from './grammar.ts';
import { indexFor } from './index-patterns.ts';
import { memoryOf, note } from './memory.ts';
import { nearMisses } from './near.ts';
import { type Hit, scannerOf } from './scan.ts';
import { tagVisit } from './tag.ts';

/** What one rule made of one turn. */
export interface Trace {
  readonly rule: string;
  readonly code: string;
  readonly pattern: string;
  /** `tagged`, or why not: a condition, an exception, or one element that fails. */
  readonly verdict: 'tagged' | 'condition' | 'exception' | 'grammar' | 'near';
  /** `unless negated`; the element that fails. */
  readonly why: string;
  /** The words matched; '' where nothing did. */
  readonly quote: string;
}

/** Everything that matched a turn of a visit, with what refused it, then what nearly matched. Overlaps are not settled. */
export function traceTurn(visit: Visit, turns: readonly Segmented[], position: number, lexicon: Lexicon): Trace[] {
  const memory = memoryOf(turns, lexicon);
  const before = { ...visit, turns: visit.turns.slice(0, position) };
  for (const m of tagVisit(before, lexicon, turns.slice(0, position))) note(memory, m.position, m.code);
  const text = turns[position];
  const traces: Trace[] = [];
  const index = indexFor(lexicon, text.turn.role);
  const scanner = scannerOf(lexicon);
  const context = contextOn(turns, lexicon, memory);
  context.position = position;
  context.text = text;
  const seen = new Set<number>();
  const look = (hit: Hit): void => {
    seen.add(hit.rule);
    const rule = lexicon.rules[hit.rule];
    context.sentence = text.sentences[hit.sentence];
    context.hit = hit;
    const { starts, ends } = text.terms;
    const quote = text.turn.text.slice(starts[hit.from], ends[hit.to - 1]);
    const one = (verdict: Trace['verdict'], why: string): void =>
      void traces.push({
        rule: rule.id,
        code: rule.code,
        pattern: textsOf(lexicon.patterns)[hit.pattern],
        verdict,
        why,
        quote,
      });
    const refused = refusal(rule, context);
    if (scanner.isExcepted(hit)) one('exception', 'an exception of the rule matches the sentence');
    else if (refused !== undefined) one('condition', refused);
    else if (rule.grammar && !passesGrammar(context)) one('grammar', "compromise's tagger reads the words otherwise");
    else one('tagged', '');
  };
  for (let s = 0; s < text.sentences.length; s += 1) {
    const found = scanner.sentence(text, index, s, true);
    for (const hit of scanner.hits.slice(0, found)) look(hit);
  }
  for (let p = 0; p < countPatterns(lexicon.patterns); p += 1) {
    const pattern = patternAt(lexicon.patterns, p);
    const rule = lexicon.rules[pattern.rule];
    if (pattern.except || seen.has(pattern.rule) || !applies(lexicon, rule.code, rule.in, text)) continue;
    const [miss] = nearMisses(p, text, lexicon);
    if (!miss) continue;
    seen.add(pattern.rule);
    const why = `no word for element ${miss.element + 1}`;
    traces.push({ rule: rule.id, code: rule.code, pattern: pattern.text, verdict: 'near', why, quote: '' });
  }
  return traces;
}

function applies(lexicon: Lexicon, code: string, kind: string, text: Segmented): boolean {
  const { role } = text.turn;
  if (role === 'note') return kind === 'note';
  return kind === 'transcript' && lexicon.codes.find((c) => c.code === code)?.speaker === role;
}
