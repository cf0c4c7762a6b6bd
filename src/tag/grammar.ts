import { createRequire } from 'node:module';
import type { Context } from './conditions/condition.ts';
import { matcherOf } from './match.ts';

interface Term {
  readonly tags?: readonly string[];
  readonly offset: { readonly start: number; readonly length: number };
}
type Nlp = (text: string) => { json: (options: object) => { terms: Term[] }[] };

let nlp: Nlp | undefined;

/** Sentences that compromise's tagger has seen, for the share that is reported. */
export const tagged = { sentences: 0 };

/**
 * Asks compromise's tagger whether the match also fits the grammar tags of its pattern. compromise is loaded here at
 * first need, by require, so that tagging stays synchronous and a visit without such a match never pays for it.
 */
export function passesGrammar(context: Context): boolean {
  const { text, sentence, hit, lexicon } = context;
  nlp ??= createRequire(import.meta.url)('compromise') as Nlp;
  tagged.sentences += 1;
  const raw = text.turn.text.slice(sentence.start, sentence.end);
  const terms = nlp(raw)
    .json({ offset: true, terms: { tags: true, offset: true } })
    .flatMap((s) => s.terms);
  const tagsAt = (term: number): readonly string[] => {
    const at = text.terms.starts[term] - sentence.start;
    const found = terms.filter((t) => t.offset.start <= at && at < t.offset.start + Math.max(1, t.offset.length));
    return found.flatMap((t) => t.tags ?? []);
  };
  const matcher = matcherOf(lexicon);
  matcher.enter(text, sentence, { tags: (term, tag) => tagsAt(term).includes(tag) });
  const fits = matcher.matchAt(hit.pattern, hit.from) > hit.from;
  matcher.enter(text, sentence);
  return fits;
}
