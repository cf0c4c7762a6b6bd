import { countPatterns, patternAt, textsOf } from '../lexicon/flat.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { vocabularyOf } from '../lexicon/vocabulary.ts';
import type { Segmented } from '../segment/types.ts';
import type { Visit } from '../visit.ts';
import type { Context } from './conditions/condition.ts';
import { refusal } from './conditions/index.ts';
import { passesGrammar } from './grammar.ts';
import { indexFor } from './index-patterns.ts';
import { memoryOf } from './memory.ts';
import { nearMisses } from './near.ts';
import { scan } from './scan.ts';
import { exceptions, isExcepted, tagVisit } from './tag.ts';

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
  const vocabulary = vocabularyOf(lexicon);
  const memory = memoryOf(turns, lexicon);
  const before = { ...visit, turns: visit.turns.slice(0, position) };
  const codes = new Map<number, Set<string>>();
  for (const m of tagVisit(before, lexicon, turns.slice(0, position))) {
    codes.set(m.position, (codes.get(m.position) ?? new Set<string>()).add(m.code));
  }
  for (const [p, found] of codes) memory.note(p, found);
  const text = turns[position];
  const traces: Trace[] = [];
  const index = indexFor(lexicon, text.turn.role);
  const hits = scan(text, index, lexicon);
  const excepted = exceptions(hits);
  const seen = new Set<number>();
  for (const hit of hits) {
    const { ready } = hit;
    if (ready.except) continue;
    seen.add(ready.rule);
    const rule = lexicon.rules[ready.rule];
    const sentence = text.sentences[hit.sentence];
    const context: Context = { lexicon, vocabulary, turns, position, text, sentence, hit, memory };
    const quote = text.turn.text.slice(text.starts[hit.from], text.ends[hit.to - 1]);
    const one = (verdict: Trace['verdict'], why: string): void =>
      void traces.push({
        rule: rule.id,
        code: rule.code,
        pattern: textsOf(lexicon.patterns)[ready.index],
        verdict,
        why,
        quote,
      });
    const refused = refusal(rule, context);
    if (isExcepted(hit, text, excepted)) one('exception', 'an exception of the rule matches the sentence');
    else if (refused !== undefined) one('condition', refused);
    else if (rule.grammar && !passesGrammar(context)) one('grammar', "compromise's tagger reads the words otherwise");
    else one('tagged', '');
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
